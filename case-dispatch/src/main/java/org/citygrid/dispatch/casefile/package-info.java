/// The case as a file: the row in hand, the clerk who carries out what the workflow decides, and
/// the store that writes a batch of it in one go. Knows nothing of HTTP or Kafka listeners.
@NullMarked
package org.citygrid.dispatch.casefile;

import org.jspecify.annotations.NullMarked;
