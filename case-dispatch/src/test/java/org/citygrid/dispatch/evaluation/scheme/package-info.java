@NullMarked
package org.citygrid.dispatch.evaluation.scheme;

import org.jspecify.annotations.NullMarked;
