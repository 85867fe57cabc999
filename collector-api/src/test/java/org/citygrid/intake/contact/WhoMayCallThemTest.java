package org.citygrid.intake.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WhoMayCallThemTest {
  private static final String DALI = "440605125";

  @ParameterizedTest
  @EnumSource(Role.class)
  void of_what_no_unit_has_only_acceptors_and_shift_leaders_know(Role role) {
    boolean answers = role == Role.ACCEPTOR || role == Role.SHIFT_LEADER;

    assertThat(reporter(true, "REPORTED", null).mayBeKnownTo(somebody(role, "roads", DALI)))
        .isEqualTo(answers);
    assertThat(reporter(true, "REPORTED", null).mayBeKnownTo(somebody(role, "roads", "440606")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // state,       unit, wants a reply: may the roads department know?
    "HANDLING,      roads, true,  true",
    "SUSPENDED,     roads, true,  true",
    "FORWARDED,     roads, true,  true",
    "HANDLING,      roads, false, false",
    "HANDLING,      parks, true,  false",
    "HANDLING,      ,      true,  false",
    "TO_DISPATCH,   roads, true,  false",
    "RETURN_REVIEW, roads, true,  false",
    "TO_CHECK,      roads, true,  false",
    "CLOSED,        roads, true,  false",
    "ANSWERED,      roads, true,  false",
    ",              roads, true,  false",
  })
  void a_department_knows_who_wants_a_reply_while_it_has_the_matter_in_hand(
      @Nullable String state, @Nullable String unit, boolean wantsReply, boolean known) {
    var person = reporter(wantsReply, state, unit);

    assertThat(person.mayBeKnownTo(somebody(Role.DEPARTMENT, "roads", DALI))).isEqualTo(known);
    assertThat(person.mayBeKnownTo(somebody(Role.DEPARTMENT, null, DALI))).isFalse();
    assertThat(person.mayBeKnownTo(somebody(Role.WORKER, "roads", DALI))).isFalse();
  }

  private static Person reporter(
      boolean wantsReply, @Nullable String state, @Nullable String unit) {
    return new Person(
        UUID.randomUUID(),
        false,
        false,
        "440605125001",
        "web",
        Instant.EPOCH,
        wantsReply,
        "2026-11-25-0001",
        state,
        unit,
        "陈小姐",
        "13800001234",
        null);
  }

  private static Actor somebody(Role role, @Nullable String unit, String division) {
    return new Actor("x", "x", Set.of(role), unit, division);
  }
}
