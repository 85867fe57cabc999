@NullMarked
package org.citygrid.dispatch.figure;

import org.jspecify.annotations.NullMarked;
