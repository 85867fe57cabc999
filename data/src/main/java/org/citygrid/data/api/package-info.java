/// A running CityGrid as a program sees it: signing in, asking, sending, waiting until it is back.
/// Knows HTTP and JSON; knows nothing of towns or cases.
@NullMarked
package org.citygrid.data.api;

import org.jspecify.annotations.NullMarked;
