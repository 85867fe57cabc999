/// The census of the register: how many there are of what, where and whose, what their cards lack,
/// and which may be the same thing twice. Counts come from a table that is counted anew when the
/// register has changed, and say how old they are; duplicates are looked for when somebody asks.
@NullMarked
package org.citygrid.asset.census;

import org.jspecify.annotations.NullMarked;
