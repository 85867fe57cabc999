/// What happens in a town in a day: how much, when, where, of what kind, and how it goes on through
/// the desks. The history tells it as past; the simulator lives it. Rates are those of real towns
/// as the domain notes give them; nothing here is the record of a real town.
@NullMarked
package org.citygrid.data.day;

import org.jspecify.annotations.NullMarked;
