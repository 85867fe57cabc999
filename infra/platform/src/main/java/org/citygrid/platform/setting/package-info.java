/// Settings that every room shares, checked at start, and the town's clock. Rooms keep their own
/// settings in a record of their own.
@NullMarked
package org.citygrid.platform.setting;

import org.jspecify.annotations.NullMarked;
