/// How values are written for PostgreSQL where rows go there by the thousand. Knows no table.
@NullMarked
package org.citygrid.platform.rows;

import org.jspecify.annotations.NullMarked;
