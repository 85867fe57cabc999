package org.citygrid.intake.contact;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads how to reach whoever reported or asked, and keeps who looked and who called.
final class ContactTable {
  private static final int MOST = 200;
  private static final RowMapper<Person> PERSON = new SimplePropertyRowMapper<>(Person.class);
  private static final RowMapper<Access> ACCESS = new SimplePropertyRowMapper<>(Access.class);
  private static final RowMapper<Call> CALL = new SimplePropertyRowMapper<>(Call.class);
  private static final RowMapper<Waiting> WAITING = new SimplePropertyRowMapper<>(Waiting.class);

  private final JdbcClient jdbc;

  ContactTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Everybody whose story goes on in this case: its reporter, who follows, whose report was linked
  /// to it, and who follows those.
  List<Person> listOfCase(UUID caseId) {
    return jdbc.sql(
            """
            with recursive whole(report_id) as (
              (select report_id from intake.case_step where case_id = :id limit 1)
              union
              select next.report_id
              from whole
              cross join lateral (
                select l.report_id from intake.report_link l where l.master_report_id = whole.report_id
                union all
                select r.report_id from intake.report r where r.follows = whole.report_id) next)
            select r.report_id as id, false as enquiry,
              r.follows is not null or exists (
                select from intake.report_link l where l.report_id = r.report_id) as follows,
              coalesce(r.division_code, '') as division_code, r.channel, r.received_at as at, r.wants_reply,
              latest.case_number as number, latest.to_state as state, latest.unit_code,
              r.contact_name as name, r.contact_phone as phone, r.contact_email as email
            from whole
            join intake.report r using (report_id)
            left join lateral (
              select case_number, to_state, unit_code
              from intake.case_step s where s.case_id = :id
              order by s.seq desc limit 1) latest on true
            order by r.received_at
            limit :most
            """)
        .param("id", caseId)
        .param("most", MOST)
        .query(PERSON)
        .list();
  }

  /// Who sent this report.
  Optional<Person> findReporter(UUID reportId) {
    return jdbc.sql(
            """
            select r.report_id as id, false as enquiry, r.follows is not null as follows,
              coalesce(r.division_code, '') as division_code, r.channel, r.received_at as at, r.wants_reply,
              latest.case_number as number, latest.to_state as state, latest.unit_code,
              r.contact_name as name, r.contact_phone as phone, r.contact_email as email
            from intake.report r
            left join lateral (
              select case_number, to_state, unit_code
              from intake.case_step s where s.report_id = intake.followed(r.report_id)
              order by s.at desc, s.seq desc limit 1) latest on true
            where r.report_id = :id
            """)
        .param("id", reportId)
        .query(Person.class)
        .optional();
  }

  /// Who asked this.
  Optional<Person> findAsker(UUID id) {
    return jdbc.sql(
            """
            select e.enquiry_id as id, true as enquiry, false as follows, e.division_code, e.channel,
              e.received_at as at, true as wants_reply, latest.number, latest.to_state as state, latest.unit_code,
              e.contact_name as name, e.contact_phone as phone, e.contact_email as email
            from intake.enquiry e
            left join lateral (
              select number, to_state, unit_code
              from intake.enquiry_step s where s.enquiry_id = e.enquiry_id
              order by s.seq desc limit 1) latest on true
            where e.enquiry_id = :id
            """)
        .param("id", id)
        .query(Person.class)
        .optional();
  }

  void noteAccess(Person person, String userName, Instant now) {
    jdbc.sql(
            """
            insert into intake.contact_access (at, user_name, person_id, number)
            values (:at, :user, :person, :number)
            """)
        .param("at", Timestamp.from(now))
        .param("user", userName)
        .param("person", person.id())
        .param("number", person.number())
        .update();
  }

  record Access(long id, Instant at, String userName, UUID personId, @Nullable String number) {}

  /// Newest first.
  ///
  /// @param before only earlier ones than this id
  List<Access> listAccesses(long before, int limit) {
    return jdbc.sql(
            """
            select access_id as id, at, user_name, person_id, number
            from intake.contact_access
            where access_id < :before
            order by access_id desc
            limit :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query(ACCESS)
        .list();
  }

  record Call(
      UUID reportId, Instant at, String userName, boolean reached, @Nullable String words) {}

  void insert(Call call) {
    jdbc.sql(
            """
            insert into intake.call_back (report_id, at, user_name, reached, words)
            values (:report, :at, :user, :reached, :words)
            """)
        .param("report", call.reportId())
        .param("at", Timestamp.from(call.at()))
        .param("user", call.userName())
        .param("reached", call.reached())
        .param("words", call.words())
        .update();
  }

  /// In the order of time.
  List<Call> listCalls(Collection<UUID> reports) {
    return jdbc.sql(
            """
            select report_id, at, user_name, reached, words
            from intake.call_back where report_id = any(:ids) order by call_id
            """)
        .param("ids", reports.toArray(UUID[]::new))
        .query(CALL)
        .list();
  }

  /// Somebody who wanted a reply, and whose matter is over.
  ///
  /// @param tries calls that did not reach them
  /// @param total how many wait in all
  record Waiting(
      UUID id,
      UUID caseId,
      String number,
      String state,
      String kind,
      String classCode,
      boolean follows,
      String channel,
      Instant at,
      Instant endedAt,
      int tries,
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      int total) {

    /// Without contact data: this may stand in a log.
    @Override
    public String toString() {
      return "Waiting[" + id + "]";
    }
  }

  /// Whose matter ended first comes first. Nobody is called about what a town brought along from
  /// former days.
  List<Waiting> listWaiting(String division, Instant since, int limit) {
    return jdbc.sql(
            """
            select r.report_id as id, latest.case_id, latest.case_number as number, latest.to_state as state,
              r.kind, r.class_code, latest.report_id <> r.report_id as follows, r.channel, r.received_at as at,
              latest.at as ended_at,
              (select count(*) from intake.call_back b where b.report_id = r.report_id) as tries,
              r.contact_name as name, r.contact_phone as phone, r.contact_email as email,
              count(*) over () as total
            from intake.report r
            cross join lateral (
              select s.case_id, s.case_number, s.to_state, s.at, s.report_id
              from intake.case_step s where s.report_id = intake.followed(r.report_id)
              order by s.at desc, s.seq desc limit 1) latest
            where r.wants_reply and r.received_at >= :since and not r.migrated
              and (r.contact_phone is not null or r.contact_email is not null)
              and starts_with(coalesce(r.division_code, ''), :division)
              and latest.to_state in ('CLOSED', 'REFUSED', 'VOIDED')
              and not exists (select from intake.call_back b where b.report_id = r.report_id and b.reached)
            order by latest.at, r.received_at, r.report_id
            limit :limit
            """)
        .param("since", Timestamp.from(since))
        .param("division", division)
        .param("limit", limit)
        .query(WAITING)
        .list();
  }
}
