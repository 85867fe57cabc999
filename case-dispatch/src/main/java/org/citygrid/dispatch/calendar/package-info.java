/// The working calendar as stored: loaded from the catalogues, given to the deadlines.
@NullMarked
package org.citygrid.dispatch.calendar;

import org.jspecify.annotations.NullMarked;
