@NullMarked
package org.citygrid.dispatch.evaluation;

import org.jspecify.annotations.NullMarked;
