/// Who is acting: accounts, units, sign-in, and the rules that say which caller may knock at which
/// door. What an actor may do to a case is the workflow's business, not this package's.
@NullMarked
package org.citygrid.platform.identity;

import org.jspecify.annotations.NullMarked;
