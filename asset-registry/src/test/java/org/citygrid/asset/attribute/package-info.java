@NullMarked
package org.citygrid.asset.attribute;

import org.jspecify.annotations.NullMarked;
