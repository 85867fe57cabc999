/// Tells open pages what just happened: every step of cases and enquiries, as it comes from Kafka,
/// to those who may see them. Keeps a short memory so that a page which lost its connection misses
/// nothing.
@NullMarked
package org.citygrid.ui.live;

import org.jspecify.annotations.NullMarked;
