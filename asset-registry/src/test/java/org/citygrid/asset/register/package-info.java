@NullMarked
package org.citygrid.asset.register;

import org.jspecify.annotations.NullMarked;
