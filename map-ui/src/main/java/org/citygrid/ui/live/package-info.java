/// Tells open pages what just happened: every case event, as it comes from Kafka, to those who may
/// see the case. Keeps a short memory so that a page which lost its connection misses nothing.
@NullMarked
package org.citygrid.ui.live;

import org.jspecify.annotations.NullMarked;
