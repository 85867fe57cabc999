/// Another city's real service requests, sent through a running CityGrid as if they were its own. A
/// mapping file tells what the columns mean; the rows stay as they are, with all their mistakes.
@NullMarked
package org.citygrid.data.replay;

import org.jspecify.annotations.NullMarked;
