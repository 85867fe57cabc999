/// Draws what is stuck onto components: a QR code with the short address of the card, the name of
/// the class and the code, one by one or on sheets.
@NullMarked
package org.citygrid.asset.label;

import org.jspecify.annotations.NullMarked;
