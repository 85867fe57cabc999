/// DO: the life of a case, from the report on the topic to the closed file. What other rooms may
/// use is the configuration; everything else reaches them by HTTP and by the topic of case events.
@NullMarked
package org.citygrid.dispatch;

import org.jspecify.annotations.NullMarked;
