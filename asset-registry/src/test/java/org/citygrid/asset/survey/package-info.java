@NullMarked
package org.citygrid.asset.survey;

import org.jspecify.annotations.NullMarked;
