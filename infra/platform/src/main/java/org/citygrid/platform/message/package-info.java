/// Messages between rooms: written to the outbox in the caller's transaction, carried to Kafka by
/// the relay, put aside on a dead-letter topic when they cannot be understood.
@NullMarked
package org.citygrid.platform.message;

import org.jspecify.annotations.NullMarked;
