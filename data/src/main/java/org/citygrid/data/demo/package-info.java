/// Sets a demonstration up in a running CityGrid: people, units, the generated town, its history.
/// Uses the same doors as everybody else and asks first what is there.
@NullMarked
package org.citygrid.data.demo;

import org.jspecify.annotations.NullMarked;
