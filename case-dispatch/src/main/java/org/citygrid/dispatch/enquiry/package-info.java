/// Requests that are not cases, from the topic to the closed file: who answers, until when, how
/// satisfied the citizen was, and the figures of it all. It does not know who asks; that stays with
/// intake.
@NullMarked
package org.citygrid.dispatch.enquiry;

import org.jspecify.annotations.NullMarked;
