@NullMarked
package org.citygrid.asset.census;

import org.jspecify.annotations.NullMarked;
