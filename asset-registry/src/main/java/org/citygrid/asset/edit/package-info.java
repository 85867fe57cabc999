/// Changes single cards: created, changed, moved and retired by people, each a version with who,
/// when and why. Knows nothing of surveys and of how proposals are made.
@NullMarked
package org.citygrid.asset.edit;

import org.jspecify.annotations.NullMarked;
