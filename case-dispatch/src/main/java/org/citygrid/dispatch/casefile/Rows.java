package org.citygrid.dispatch.casefile;

import static org.citygrid.dispatch.casefile.RowCopy.Column.of;

import java.util.List;

/// The rows of cases and moves as they are copied in, column by column. What is not named here is
/// as the table has it for a new row.
final class Rows {
  private Rows() {}

  static final RowCopy<CaseFile> CASES =
      new RowCopy<>(
          "dispatch.city_case",
          List.of(
              of("id", file -> file.origin().id()),
              of("number", file -> file.origin().number()),
              of("town_code", file -> file.origin().townCode()),
              of("report_id", file -> file.origin().reportId()),
              of("receipt", file -> file.origin().receipt()),
              of("kind", file -> file.origin().kind()),
              of("class_code", file -> file.origin().classCode()),
              of("component_code", file -> file.origin().componentCode()),
              of("condition_id", file -> file.standing().conditionId),
              of("description", file -> file.origin().description()),
              of("lon", file -> file.origin().lon()),
              of("lat", file -> file.origin().lat()),
              of("division_code", file -> file.origin().divisionCode()),
              of("cell_code", file -> file.origin().cellCode()),
              of("duty_grid_code", file -> file.origin().dutyGridCode()),
              of("source", file -> file.origin().source()),
              of("channel", file -> file.origin().channel()),
              of("reporter", file -> file.origin().reporter()),
              of("wants_reply", file -> file.origin().wantsReply()),
              of("photo_ids", file -> file.origin().photoIds()),
              of("observed_at", file -> file.origin().observedAt()),
              of("reported_at", file -> file.origin().reportedAt()),
              of("state", file -> file.standing().state),
              of("version", file -> file.standing().version),
              of("moved_at", file -> file.standing().movedAt),
              of("proposed_unit", file -> file.origin().proposedUnit()),
              of("proposed_why", file -> file.origin().proposedWhy()),
              of("proposed_line", file -> file.origin().proposedLine()),
              of("unit_code", file -> file.standing().unitCode),
              of("request", file -> file.standing().request),
              of("late", file -> file.standing().late),
              of("verified", file -> file.standing().verified),
              of("missed", file -> file.standing().missed),
              of("exempt", file -> file.standing().exempt),
              of("appealed", file -> file.standing().appealed),
              of("self_handled", file -> file.standing().selfHandled),
              of("suspected_id", file -> file.origin().suspectedId()),
              of("reopened_from", file -> file.origin().reopenedFrom()),
              of("report_count", file -> file.standing().reportCount),
              of("task_id", file -> file.standing().taskId),
              of("task_collector", file -> file.standing().taskCollector),
              of("task_due_at", file -> file.standing().taskDueAt),
              of("stage_due_at", file -> file.standing().stageDueAt)));

  static final RowCopy<Move> MOVES =
      new RowCopy<>(
          "dispatch.case_move",
          List.of(
              of("case_id", Move::caseId),
              of("seq", Move::seq),
              of("action", Move::action),
              of("from_state", Move::fromState),
              of("to_state", Move::toState),
              of("actor", Move::actor),
              of("actor_role", Move::actorRole),
              of("moved_at", Move::movedAt),
              of("recorded_at", Move::recordedAt),
              of("opinion", Move::opinion),
              of("receiver", Move::receiver),
              of("seconds_used", Move::secondsUsed),
              of("late", Move::late),
              of("stage_late", Move::stageLate),
              of("due_at", Move::dueAt),
              of("photo_ids", Move::photoIds),
              of("facts", Move::facts)));
}
