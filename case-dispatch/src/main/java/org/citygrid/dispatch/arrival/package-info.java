/// What comes from Kafka: reports that become cases, and what collectors found in the field. One
/// transaction a batch; what cannot be processed is put aside with its reason.
@NullMarked
package org.citygrid.dispatch.arrival;

import org.jspecify.annotations.NullMarked;
