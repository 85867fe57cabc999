package org.citygrid.intake.report;

import java.util.regex.Pattern;
import org.citygrid.intake.form.JsonForm;
import org.jspecify.annotations.Nullable;

/// How a reporter can be reached. Personal: kept in the report's row, and shown only to those who
/// answer them (`org.citygrid.intake.contact`).
public record Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {
  public static final Contact NONE = new Contact(null, null, null);

  private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()-]{3,22}[0-9]");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,24}");

  public static Contact read(JsonForm form) {
    String name = form.text("name", 50);
    String phone = form.text("phone", 24);
    String email = form.text("email", 254);
    if (phone != null && !PHONE.matcher(phone).matches()) {
      form.wrong("phone", "must be a telephone number such as 13812345678 or +86 757 8123 4567");
    }
    if (email != null && !EMAIL.matcher(email).matches()) {
      form.wrong("email", "must be an e-mail address");
    }
    form.finish();
    return new Contact(name, phone, email);
  }

  @Override
  public String toString() {
    return "Contact[not shown]";
  }
}
