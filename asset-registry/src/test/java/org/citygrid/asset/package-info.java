/// Tries the register from outside: codes and tiles in plain Java, the rest against a real PostGIS.
@NullMarked
package org.citygrid.asset;

import org.jspecify.annotations.NullMarked;
