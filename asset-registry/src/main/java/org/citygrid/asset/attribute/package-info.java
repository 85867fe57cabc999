/// Knows which attributes a component of a class may have, and whether a value is one of them.
@NullMarked
package org.citygrid.asset.attribute;

import org.jspecify.annotations.NullMarked;
