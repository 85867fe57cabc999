package org.citygrid.intake.enquiry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygrid.intake.form.JsonForm;
import org.citygrid.intake.report.Contact;
import org.citygrid.intake.report.Point;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.jspecify.annotations.Nullable;

/// What was asked, as its sender wrote it. A sender may not claim what the sign-in does not show:
/// acceptors write down what came by any channel, everybody else asks on the web.
///
/// @param kind null when it was wrong, which is noted
/// @param registeredBy user name of the acceptor who writes it down
record AskingForm(
    @Nullable EnquiryKind kind,
    @Nullable String text,
    String channel,
    @Nullable String registeredBy,
    @Nullable Point place,
    Contact contact,
    List<String> photoIds) {
  private static final int MAX_TEXT = 2000;
  private static final Set<String> REGISTERED =
      Set.of("web", "wechat", "microblog", "hotline", "letter", "visit");

  /// Reads every field and notes every wrong one.
  static AskingForm read(JsonForm form, @Nullable Actor actor) {
    String acceptor = actor != null && actor.has(Role.ACCEPTOR) ? actor.userName() : null;
    return read(form, acceptor, acceptor != null);
  }

  /// What was asked on a former day, as an administrator tells it.
  static AskingForm migrated(JsonForm form, @Nullable String registeredBy) {
    return read(form, registeredBy, true);
  }

  /// @param written whether it was written down, and so may have come by any channel
  private static AskingForm read(JsonForm form, @Nullable String acceptor, boolean written) {
    EnquiryKind kind = readKind(form);
    String text = form.lines("text", MAX_TEXT);
    if (form.lacks("text")) {
      form.wrong("text", "is missing: what do you want to ask or say?");
    } else if (text == null && form.content().path("text").isString()) {
      requireSomething(form);
    }
    String channel = readChannel(form, written);
    Optional<JsonForm> location = form.object("location");
    Point place = location.flatMap(at -> Point.read(at, "wgs84")).orElse(null);
    location.ifPresent(at -> {
      at.number("accuracyMetres");
      at.finish();
    });
    Contact contact = form.object("contact").map(Contact::read).orElse(Contact.NONE);
    List<String> photoIds = form.texts("photoIds", 64);
    form.finish();
    return new AskingForm(kind, text, channel, acceptor, place, contact, photoIds);
  }

  private static void requireSomething(JsonForm form) {
    if (form.content().path("text").stringValue().isBlank()) {
      form.wrong("text", "is missing: what do you want to ask or say?");
    }
  }

  private static @Nullable EnquiryKind readKind(JsonForm form) {
    String code = form.text("kind", 20);
    EnquiryKind kind = code == null ? null : EnquiryKind.find(code).orElse(null);
    return kind == null
        ? form.wrong("kind", "must be consult, help, complaint or suggestion")
        : kind;
  }

  private static String readChannel(JsonForm form, boolean acceptor) {
    String usual = acceptor ? "hotline" : "web";
    String channel = form.text("channel", 20);
    if (channel == null) {
      return usual;
    }
    Set<String> allowed = acceptor ? REGISTERED : Set.of("web");
    if (!allowed.contains(channel)) {
      form.wrong(
          "channel",
          "must be "
              + String.join(" or ", allowed.stream().sorted().toList())
              + " for this sender, or left out");
    }
    return channel;
  }
}
