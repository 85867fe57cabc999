/// What people on the spot believe the register should say, and how it is decided. Accepting makes
/// a version through `edit`, in the name of the reviewer.
@NullMarked
package org.citygrid.asset.proposal;

import org.jspecify.annotations.NullMarked;
