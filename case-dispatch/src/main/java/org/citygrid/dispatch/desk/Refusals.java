package org.citygrid.dispatch.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citygrid.dispatch.casefile.CaseFile;
import org.citygrid.dispatch.workflow.Action;
import org.citygrid.dispatch.workflow.Need;
import org.citygrid.dispatch.workflow.Outcome;
import org.citygrid.dispatch.workflow.Post;
import org.citygrid.platform.problem.FieldError;
import org.citygrid.platform.problem.Problem;
import org.citygrid.platform.problem.ProblemException;

/// Tells a refusal of the workflow as a problem: which state refused which action, and why.
final class Refusals {
  private Refusals() {}

  static ProblemException of(Outcome.Refusal refusal, Action action, CaseFile file) {
    return switch (refusal) {
      case Outcome.Missing missing ->
          Problem.badRequest(missing.needs().stream().map(Refusals::field).toList()).asException();
      case Outcome.NotNow now ->
          conflict(file, action, "%s is not possible in state %s.".formatted(action, now.state()));
      case Outcome.NotYours yours ->
          conflict(
              file,
              action,
              "%s is for the %s."
                  .formatted(
                      action,
                      yours.owners().stream().map(Post::en).collect(Collectors.joining(" or "))));
      case Outcome.NotHolder holder ->
          conflict(file, action, "The case is with another %s.".formatted(holder.post().en()));
      case Outcome.Barred barred ->
          conflict(file, action, "Refused: %s.".formatted(barred.guard().en()));
    };
  }

  static ProblemException overtaken(CaseFile now, Action action) {
    return conflict(now, action, "The case has been moved by somebody else; see where it stands.");
  }

  private static FieldError field(Need need) {
    return new FieldError(
        switch (need) {
          case OPINION -> "opinion";
          case UNIT -> "unitCode";
          case CONDITION -> "conditionId";
          case PHOTOS -> "photoIds";
          case UNTIL -> "until";
          case MASTER -> "masterNumber";
          case STAFF -> "staff";
        },
        "must be given: " + need.en().toLowerCase(Locale.ROOT));
  }

  private static ProblemException conflict(CaseFile file, Action action, String detail) {
    var more = new LinkedHashMap<String, Object>();
    more.put("state", file.state().name());
    more.put("version", file.standing().version);
    more.put("action", action.name());
    return Problem.conflict(detail, more).asException();
  }
}
