/// Electronic supervision: which cases are late or nearly so, which do not go on by themselves and
/// why, and which chases wait for an answer. It looks and tells; it moves no case.
@NullMarked
package org.citygrid.dispatch.oversight;

import org.jspecify.annotations.NullMarked;
