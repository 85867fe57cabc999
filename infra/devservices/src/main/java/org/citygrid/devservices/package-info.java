/// Gives tests and the demo a real PostGIS and a real Kafka, and takes them away again.
///
/// Knows how to find, start, share and stop the two servers on this machine, in containers where a
/// Docker engine answers and natively where none does. Knows nothing of CityGrid itself: no table,
/// no topic, no setting of the application.
@NullMarked
package org.citygrid.devservices;

import org.jspecify.annotations.NullMarked;
