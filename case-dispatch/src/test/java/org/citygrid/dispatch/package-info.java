/// The room as a whole, over HTTP and Kafka, on a real PostGIS and a real broker.
@NullMarked
package org.citygrid.dispatch;

import org.jspecify.annotations.NullMarked;
