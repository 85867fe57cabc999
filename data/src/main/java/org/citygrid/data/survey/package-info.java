/// Hands a surveyor's file in to a running CityGrid, watches the import and brings home what was
/// refused.
@NullMarked
package org.citygrid.data.survey;

import org.jspecify.annotations.NullMarked;
