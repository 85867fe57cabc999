package org.citygrid.dispatch.enquiry;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygrid.dispatch.casefile.Doers;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Done;
import org.citygrid.dispatch.enquiry.EnquiryClerk.Not;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.enquiry.flow.Decision;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Unit;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.ProblemException;
import org.citygrid.platform.problem.Violations;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// One act of one person upon one enquiry. Of two who act at once, one wins; the other is told
/// where the enquiry stands now.
@Component
final class EnquiryActing {
  private static final int LONGEST_WORDS = 2_000;

  private final EnquiryClerk clerk;
  private final EnquiryStore store;
  private final Units units;
  private final TransactionTemplate transaction;
  private final TownClock clock;
  private final MeterRegistry meters;

  EnquiryActing(
      EnquiryClerk clerk,
      EnquiryStore store,
      Units units,
      TransactionTemplate transaction,
      TownClock clock,
      MeterRegistry meters) {
    this.clerk = clerk;
    this.store = store;
    this.units = units;
    this.transaction = transaction;
    this.clock = clock;
    this.meters = meters;
  }

  /// @throws ProblemException 400 for what is missing or wrong, 409 when the flow refuses or
  ///   somebody was faster
  void act(Enquiry seen, OrderForm form, Actor actor) {
    var order = read(form, actor);
    transaction.executeWithoutResult(_ -> {
      var enquiry = store.lock(seen.id()).orElseThrow(() -> Problem.notFound().asException());
      if (enquiry.progress().version
          != requireNonNullElse(form.version(), seen.progress().version)) {
        throw conflict(enquiry, order, "The enquiry has been moved by somebody else.");
      }
      carryOut(enquiry, order);
    });
    meters.counter("citygrid.enquiry.moves", "action", order.act().name()).increment();
  }

  private void carryOut(Enquiry enquiry, Order order) {
    switch (clerk.take(enquiry, order)) {
      case Not(var refused) -> throw refusal(refused, enquiry, order);
      case Done(var entry) -> {
        if (!store.store(List.of(entry))) {
          throw conflict(enquiry, order, "The enquiry has been moved by somebody else.");
        }
      }
    }
  }

  private Order read(OrderForm form, Actor actor) {
    var wrong = new Violations();
    var act = act(form.action(), wrong);
    checkWords("answer", form.answer(), wrong);
    checkWords("opinion", form.opinion(), wrong);
    var unit = form.unitCode();
    wrong.require(
        unit == null || units.findUnit(unit).map(Unit::code).isPresent(),
        "unitCode",
        "is not a unit of this town");
    var until = until(form.until(), wrong);
    var receipt = form.reportReceipt();
    wrong.require(
        receipt == null || receipt.matches("[0-9A-Z]{5}(-[0-9A-Z]{5}){2}"),
        "reportReceipt",
        "must be a receipt such as R7K4M-2XW9D-0QSTV");
    wrong.throwIfAny();
    return new Order(
        requireNonNull(act),
        Doers.of(actor),
        clock.instant(),
        form.answer(),
        form.opinion(),
        unit,
        until,
        receipt);
  }

  private static @Nullable Act act(@Nullable String name, Violations wrong) {
    try {
      return Act.valueOf(requireNonNullElse(name, "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      wrong.add("action", "must be one of those that the enquiry offers");
      return null;
    }
  }

  /// A day counts whole: it ends at the last minute of the town's day.
  private @Nullable Instant until(@Nullable String text, Violations wrong) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var until =
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atTime(LocalTime.of(23, 59)).atZone(clock.zone()).toInstant();
      wrong.require(until.isAfter(clock.instant()), "until", "lies in the past");
      return until;
    } catch (DateTimeException unreadable) {
      wrong.add("until", "must be a day such as 2026-11-23 or an instant with Z");
      return null;
    }
  }

  private static void checkWords(String field, @Nullable String words, Violations wrong) {
    wrong.require(
        words == null || (words.length() <= LONGEST_WORDS && words.indexOf('\0') < 0),
        field,
        "must be text of at most %d characters".formatted(LONGEST_WORDS));
  }

  private static ProblemException refusal(Decision.Refused refused, Enquiry enquiry, Order order) {
    return switch (refused) {
      case Decision.Missing(var needs) ->
          Problem.badRequest(
                  needs.stream().map(one -> new FieldError(one.field(), "must be given")).toList())
              .asException();
      case Decision.NotNow(var state, var act) ->
          conflict(enquiry, order, "%s is not possible in state %s.".formatted(act, state));
      case Decision.NotYours(var owners) ->
          conflict(
              enquiry,
              order,
              "%s is for the %s."
                  .formatted(
                      order.act(),
                      owners.stream().map(Post::en).sorted().collect(Collectors.joining(" or "))));
      case Decision.NotHolder() ->
          conflict(enquiry, order, "The enquiry is with another department.");
    };
  }

  private static ProblemException conflict(Enquiry now, Order order, String detail) {
    return Problem.conflict(
            detail,
            Map.of(
                "state",
                now.state().name(),
                "version",
                now.progress().version,
                "action",
                order.act().name()))
        .asException();
  }
}
