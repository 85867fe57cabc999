/// Says who walks a duty grid and when: regular collectors one after the other, stand-ins before
/// them while they last.
@NullMarked
package org.citygrid.grid.roster;

import org.jspecify.annotations.NullMarked;
