/// The past of a town brought in through the same rules, many acts at once.
@NullMarked
package org.citygrid.dispatch.migration;

import org.jspecify.annotations.NullMarked;
