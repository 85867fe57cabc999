/// The short flow of requests that are not cases: what may be done to an enquiry, by whom, and
/// where it leads. Plain Java; knows no tables, no topics, no clock, and nothing of cases but the
/// posts that people hold.
@NullMarked
package org.citygrid.dispatch.enquiry.flow;

import org.jspecify.annotations.NullMarked;
