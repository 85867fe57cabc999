package org.citygrid.dispatch.enquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygrid.dispatch.casefile.Doers;
import org.citygrid.dispatch.desk.Reader;
import org.citygrid.dispatch.enquiry.flow.Act;
import org.citygrid.dispatch.enquiry.flow.Flow;
import org.citygrid.dispatch.enquiry.flow.Need;
import org.citygrid.dispatch.enquiry.flow.Rule;
import org.citygrid.dispatch.enquiry.flow.State;
import org.citygrid.platform.identity.Accounts;
import org.citygrid.platform.identity.UnitName;
import org.citygrid.platform.identity.Units;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Shows enquiries to their readers, with names for codes and what each reader may do.
@Component
class EnquiryViews {
  private final JdbcClient jdbc;
  private final Units units;
  private final Accounts accounts;

  EnquiryViews(JdbcClient jdbc, Units units, Accounts accounts) {
    this.jdbc = jdbc;
    this.units = units;
    this.accounts = accounts;
  }

  EnquiryView summary(Enquiry enquiry, Reader reader, Instant now) {
    return view(enquiry, reader, now, null, null, null);
  }

  EnquiryView whole(Enquiry enquiry, Reader reader, Instant now) {
    return view(
        enquiry,
        reader,
        now,
        enquiry.question().photoIds(),
        history(enquiry.id()),
        offers(enquiry, reader));
  }

  private EnquiryView view(
      Enquiry enquiry,
      Reader reader,
      Instant now,
      @Nullable List<String> photoIds,
      @Nullable List<EnquiryView.HistoryLine> history,
      @Nullable List<EnquiryView.Offer> offers) {
    var q = enquiry.question();
    var p = enquiry.progress();
    return new EnquiryView(
        q.number(),
        enquiry.id(),
        p.state.name(),
        p.state.words(),
        q.kind(),
        q.what().words(),
        q.channel(),
        q.text(),
        q.lon(),
        q.lat(),
        q.divisionCode(),
        q.dutyGridCode(),
        q.receivedAt(),
        p.limitDays,
        p.dueAt,
        enquiry.light(now),
        p.state.isWaiting() ? Duration.between(now, p.dueAt).toMinutes() : null,
        p.late,
        unit(p.unitCode),
        p.state == State.FORWARDED ? p.replyDue : null,
        p.answer,
        p.answeredAt,
        p.closedAt,
        p.reopened,
        p.reportReceipt,
        rating(p),
        p.version,
        EnquiryQuery.isTurnOf(enquiry, reader),
        q.registeredBy() == null ? null : accounts.displayNameOf(q.registeredBy()),
        photoIds,
        history,
        offers);
  }

  private @Nullable UnitName unit(@Nullable String code) {
    return code == null ? null : units.nameOf(code);
  }

  private static EnquiryView.@Nullable Rating rating(Progress p) {
    return p.ratedAt == null || p.satisfied == null
        ? null
        : new EnquiryView.Rating(p.stars, p.satisfied, p.ratingWords, p.ratedAt);
  }

  private List<EnquiryView.HistoryLine> history(UUID id) {
    return jdbc.sql("select * from dispatch.enquiry_move where enquiry_id = :id order by seq")
        .param("id", id)
        .query((row, _) -> line(row))
        .list();
  }

  private EnquiryView.HistoryLine line(ResultSet row) throws SQLException {
    var act = Act.valueOf(row.getString("act"));
    var from = State.valueOf(row.getString("from_state"));
    var actor = row.getString("actor");
    var receiver = row.getString("receiver");
    long seconds = row.getLong("seconds_used");
    return new EnquiryView.HistoryLine(
        row.getInt("seq"),
        act.name(),
        act.words(),
        from == State.NONE ? null : from.name(),
        row.getString("to_state"),
        row.getTimestamp("moved_at").toInstant(),
        new EnquiryView.Who(actor, accounts.displayNameOf(actor), row.getString("actor_role")),
        row.getString("words"),
        receiver == null ? null : nameOf(receiver),
        instant(row.getTimestamp("reply_due")),
        row.getString("report_receipt"),
        seconds == 0 ? null : seconds / 60,
        (Boolean) row.getObject("late"));
  }

  private LocalText nameOf(String unitCode) {
    return units.nameOf(unitCode).name();
  }

  private static List<EnquiryView.Offer> offers(Enquiry enquiry, Reader reader) {
    var doer = Doers.of(reader.actor());
    var offers = new ArrayList<EnquiryView.Offer>();
    for (var rule : Flow.offers(enquiry.state(), doer, enquiry.progress().unitCode)) {
      offers.add(
          new EnquiryView.Offer(
              rule.act().name(),
              rule.act().words(),
              rule.act().key(),
              needs(rule),
              offers.isEmpty() ? true : null));
    }
    return offers;
  }

  private static List<String> needs(Rule rule) {
    var needs = new ArrayList<>(rule.needs().stream().sorted().map(Need::code).toList());
    if (rule.act() == Act.FORWARD) {
      needs.add("until?");
    }
    if (rule.act() != Act.ANSWER && !rule.needs().contains(Need.OPINION)) {
      needs.add("opinion?");
    }
    return needs;
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
