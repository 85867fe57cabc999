package org.citygrid.intake.enquiry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;

/// What a citizen may want besides reporting something.
enum EnquiryKind {
  CONSULT("咨询", "Question"),
  HELP("求助", "Call for help"),
  COMPLAINT("投诉", "Complaint"),
  SUGGESTION("建议", "Suggestion");

  private final LocalText words;

  EnquiryKind(String zh, String en) {
    this.words = new LocalText(zh, en);
  }

  LocalText words() {
    return words;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<EnquiryKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
