@NullMarked
package org.citygrid.bench;

import org.jspecify.annotations.NullMarked;
