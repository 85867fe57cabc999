package org.citygrid.dispatch.enquiry.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.citygrid.platform.text.LocalText;

/// What a citizen wants who reports nothing that lies in the street.
public enum Kind {
  CONSULT("咨询", "Question"),
  HELP("求助", "Call for help"),
  COMPLAINT("投诉", "Complaint"),
  SUGGESTION("建议", "Suggestion");

  private final LocalText words;

  Kind(String zh, String en) {
    this.words = new LocalText(zh, en);
  }

  public LocalText words() {
    return words;
  }

  /// The spelling of the API and of the topics, such as `consult`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
