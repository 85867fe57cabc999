package org.citygrid.dispatch.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.citygrid.dispatch.deadline.Deadlines;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.enquiry.flow.Decision;
import org.citygrid.dispatch.enquiry.flow.Flow;
import org.citygrid.dispatch.enquiry.flow.Rule;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.message.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Carries out orders upon enquiries in hand: asks the flow, changes where the enquiry stands, and
/// gives the step that is to be stored. Touches no database.
@Component
final class EnquiryClerk {
  private final EnquirySettings settings;
  private final Supplier<Deadlines> deadlines;

  EnquiryClerk(EnquirySettings settings, Supplier<Deadlines> deadlines) {
    this.settings = settings;
    this.deadlines = deadlines;
  }

  /// Opens the file of what was asked.
  Entry open(Question question) {
    var enquiry = new Enquiry(question, new Progress());
    startTerm(enquiry, question.receivedAt());
    enquiry.progress().movedAt = question.receivedAt();
    return entered(enquiry, Order.bySystem(Act.ASK, question.receivedAt(), null));
  }

  private Entry entered(Enquiry enquiry, Order order) {
    return switch (take(enquiry, order)) {
      case Done(var entry) -> entry;
      case Not(var refused) -> throw new IllegalStateException(order.act() + ": " + refused);
    };
  }

  /// A step with the enquiry as it stands after it.
  ///
  /// @param was the version the enquiry was at before; 0 for a new one
  /// @param told the step as the house hears of it
  record Entry(Enquiry enquiry, int was, Step step, Message told) {}

  /// What became of an order.
  sealed interface Outcome {}

  record Done(Entry entry) implements Outcome {}

  record Not(Decision.Refused refused) implements Outcome {}

  /// Does the act if the flow allows it; a refusal changes nothing.
  Outcome take(Enquiry enquiry, Order order) {
    var progress = enquiry.progress();
    var decision =
        Flow.decide(progress.state, order.act(), order.doer(), progress.unitCode, order.given());
    return switch (decision) {
      case Decision.Allowed(var rule, var as) -> new Done(carryOut(enquiry, order, rule, as));
      case Decision.Refused refused -> new Not(refused);
    };
  }

  /// What a citizen's rating does; empty when they have rated before.
  @Nullable Entry rate(Enquiry enquiry, Said rating) {
    var progress = enquiry.progress();
    if (progress.ratedAt != null) {
      return null;
    }
    boolean satisfied = Objects.requireNonNull(rating.satisfied());
    progress.ratedAt = rating.at();
    progress.satisfied = satisfied;
    progress.stars = rating.stars();
    progress.ratingWords = rating.words();
    var act =
        Flow.actOfRating(
            progress.state, satisfied, settings.reopenUnsatisfied(), progress.reopened);
    return entered(
        enquiry, Order.bySystem(act, Objects.requireNonNull(rating.at()), rating.words()));
  }

  private Entry carryOut(Enquiry enquiry, Order order, Rule rule, Post as) {
    var progress = enquiry.progress();
    int was = progress.version;
    long used = Math.max(0, Duration.between(progress.movedAt, order.at()).toSeconds());
    boolean fixes = rule.from().isWaiting() && !rule.to().isWaiting();
    progress.late |= fixes && order.at().isAfter(progress.dueAt);
    change(enquiry, order);
    progress.state = rule.to();
    progress.version = was + 1;
    progress.movedAt = order.at();
    var words = order.act() == Act.ANSWER ? order.answer() : order.opinion();
    var step =
        new Step(
            enquiry.id(),
            progress.version,
            order.act(),
            rule.from(),
            rule.to(),
            order.at(),
            order.doer().userName(),
            as,
            words,
            order.act() == Act.FORWARD ? order.unitCode() : null,
            order.act() == Act.FORWARD ? progress.replyDue : null,
            order.act() == Act.CONVERT ? order.reportReceipt() : null,
            used,
            fixes ? progress.late : null);
    return new Entry(enquiry, was, step, EnquiryEvent.of(enquiry, step));
  }

  private void change(Enquiry enquiry, Order order) {
    var progress = enquiry.progress();
    switch (order.act()) {
      case ASK, ACCEPT, RATE -> {}
      case ANSWER -> answer(progress, order);
      case FORWARD -> {
        progress.unitCode = order.unitCode();
        progress.replyDue = order.until() == null ? progress.dueAt : order.until();
        progress.forwards++;
      }
      case RETURN -> {
        takeBack(progress);
        progress.returns++;
      }
      case CLOSE -> progress.closedAt = order.at();
      case CONVERT -> {
        progress.closedAt = order.at();
        progress.reportReceipt = order.reportReceipt();
      }
      case REOPEN, OBJECT -> {
        progress.closedAt = null;
        progress.reopened++;
        takeBack(progress);
        startTerm(enquiry, order.at());
      }
    }
  }

  private static void answer(Progress progress, Order order) {
    progress.answer = order.answer();
    progress.answeredBy = order.doer().userName();
    if (progress.answeredAt == null) {
      progress.answeredAt = order.at();
    }
  }

  private static void takeBack(Progress progress) {
    progress.unitCode = null;
    progress.replyDue = null;
  }

  private void startTerm(Enquiry enquiry, Instant start) {
    var term = settings.limits().term(enquiry.question().what(), start, deadlines.get());
    enquiry.progress().limitDays = term.days();
    enquiry.progress().warnAt = term.warnAt();
    enquiry.progress().dueAt = term.dueAt();
  }
}
