/// Makes every change of the land one transaction with one revision, remembers who made it, and
/// takes it back whole. Former versions are put aside by the database itself; see V002.
@NullMarked
package org.citygrid.grid.history;

import org.jspecify.annotations.NullMarked;
