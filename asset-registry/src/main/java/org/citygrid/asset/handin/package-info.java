/// Files that are handed in for import: keeps them, shows what would be read, runs one job after
/// the other and tells how far it has come. What a survey's rows do to the register is not known
/// here.
@NullMarked
package org.citygrid.asset.handin;

import org.jspecify.annotations.NullMarked;
