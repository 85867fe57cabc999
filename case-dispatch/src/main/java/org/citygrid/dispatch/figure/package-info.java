/// Figures by day, kept up with every move and never counted afresh. Knows days and areas, not
/// cases.
@NullMarked
package org.citygrid.dispatch.figure;

import org.jspecify.annotations.NullMarked;
