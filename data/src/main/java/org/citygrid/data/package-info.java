/// What CityGrid is tried out with: the catalogues every town starts from, a generated Dali, a
/// simulated day, and the replay of other cities' requests. It talks to a running CityGrid over
/// HTTP like everybody else and knows nothing of its tables.
@NullMarked
package org.citygrid.data;

import org.jspecify.annotations.NullMarked;
