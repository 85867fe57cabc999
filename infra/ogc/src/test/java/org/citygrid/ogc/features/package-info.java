@NullMarked
package org.citygrid.ogc.features;

import org.jspecify.annotations.NullMarked;
