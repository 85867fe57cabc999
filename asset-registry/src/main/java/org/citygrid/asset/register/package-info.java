/// Keeps the identity cards: one card with its history, the nearest ones, and the numbers for new
/// codes. Knows nothing of how surveys arrive.
@NullMarked
package org.citygrid.asset.register;

import org.jspecify.annotations.NullMarked;
