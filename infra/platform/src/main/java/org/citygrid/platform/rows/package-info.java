/// Rows by the thousand: lines read in portions, values written for PostgreSQL. Knows no table.
@NullMarked
package org.citygrid.platform.rows;

import org.jspecify.annotations.NullMarked;
