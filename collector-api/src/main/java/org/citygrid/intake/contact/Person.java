package org.citygrid.intake.contact;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/// Whoever sent a report or an enquiry, and where that stands.
///
/// @param id of the report or enquiry
/// @param follows whether they follow what another reported, or were linked to it
/// @param wantsReply of whoever asked something always: to be answered is what they asked for
/// @param number of the case or enquiry; null before there is one
/// @param unitCode the unit that has or had it
record Person(
    UUID id,
    boolean enquiry,
    boolean follows,
    String divisionCode,
    String channel,
    Instant at,
    boolean wantsReply,
    @Nullable String number,
    @Nullable String state,
    @Nullable String unitCode,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String email) {

  private static final Set<String> IN_A_UNITS_HANDS = Set.of("HANDLING", "SUSPENDED", "FORWARDED");

  /// Acceptors and shift leaders answer everybody of their division; a unit whoever wants a reply,
  /// while it has the matter in hand; others nobody.
  boolean mayBeKnownTo(Actor actor) {
    if (!divisionCode.startsWith(actor.divisionCode())) {
      return false;
    }
    return actor.has(Role.ACCEPTOR)
        || actor.has(Role.SHIFT_LEADER)
        || (actor.has(Role.DEPARTMENT) && wantsReply && isWith(actor.unitCode()));
  }

  private boolean isWith(@Nullable String unit) {
    return unit != null
        && unit.equals(unitCode)
        && state != null
        && IN_A_UNITS_HANDS.contains(state);
  }

  boolean isReachable() {
    return phone != null || email != null;
  }

  /// Without contact data: this may stand in a log.
  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
