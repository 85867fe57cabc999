/// Words in the town's two languages. Knows nothing of where they are shown.
@NullMarked
package org.citygrid.platform.text;

import org.jspecify.annotations.NullMarked;
