package org.citygrid.intake.report;

import java.util.Set;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.problem.Violations;
import org.jspecify.annotations.Nullable;

/// Who reports, and by which way. A sender may not claim what the sign-in does not show.
///
/// @param source `collector`, `public` or `higher`
/// @param reporter user name of a collector who reports
/// @param registeredBy user name of whoever types in what another said
public record Origin(
    String source,
    String channel,
    @Nullable String reporter,
    @Nullable String registeredBy,
    boolean migrated) {
  private static final Set<String> CHANNELS =
      Set.of("field", "web", "wechat", "hotline", "open311", "kiosk", "migration");
  private static final Set<String> SOURCES = Set.of("collector", "public", "higher");
  private static final Set<String> REGISTERED = Set.of("hotline", "wechat", "web");

  /// Collectors report from the field, acceptors register what callers say, everybody else is the
  /// public.
  static Origin of(@Nullable Actor actor, ReportForm form, Violations violations) {
    if (actor != null && actor.has(Role.COLLECTOR)) {
      pick(violations, "channel", form.channel(), Set.of("field"), "field");
      pick(violations, "source", form.source(), Set.of("collector"), "collector");
      return new Origin("collector", "field", actor.userName(), null, false);
    }
    violations.require(!form.selfHandled(), "selfHandled", "is for collectors only");
    if (actor != null && actor.has(Role.ACCEPTOR)) {
      String channel = pick(violations, "channel", form.channel(), REGISTERED, "hotline");
      String source =
          pick(violations, "source", form.source(), Set.of("public", "higher"), "public");
      return new Origin(source, channel, null, actor.userName(), false);
    }
    pick(violations, "channel", form.channel(), Set.of("web"), "web");
    pick(violations, "source", form.source(), Set.of("public"), "public");
    return new Origin("public", "web", null, actor == null ? null : actor.userName(), false);
  }

  /// A report of former days, as an administrator tells it.
  static Origin migrated(ReportForm form, @Nullable String reporter, Violations violations) {
    String channel = pick(violations, "channel", form.channel(), CHANNELS, "migration");
    String source = pick(violations, "source", form.source(), SOURCES, "public");
    violations.require(
        !source.equals("collector") || reporter != null,
        "reporter",
        "is missing: a collector's report names the collector");
    return new Origin(source, channel, reporter, null, true);
  }

  private static String pick(
      Violations violations,
      String field,
      @Nullable String given,
      Set<String> allowed,
      String otherwise) {
    if (given == null) {
      return otherwise;
    }
    String words = String.join(" or ", allowed.stream().sorted().toList());
    violations.require(
        allowed.contains(given), field, "must be " + words + " for this sender, or left out");
    return given;
  }
}
