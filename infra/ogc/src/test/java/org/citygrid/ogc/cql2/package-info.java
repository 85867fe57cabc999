@NullMarked
package org.citygrid.ogc.cql2;

import org.jspecify.annotations.NullMarked;
