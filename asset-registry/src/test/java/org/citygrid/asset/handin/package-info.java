@NullMarked
package org.citygrid.asset.handin;

import org.jspecify.annotations.NullMarked;
