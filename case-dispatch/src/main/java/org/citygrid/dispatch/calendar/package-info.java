/// The working calendar as stored: loaded from the catalogues, changed by administrators, followed
/// by every process. It lays running clocks anew when it changes, and knows of cases their clocks
/// alone.
@NullMarked
package org.citygrid.dispatch.calendar;

import org.jspecify.annotations.NullMarked;
