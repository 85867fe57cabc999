package org.citygrid.dispatch.enquiry;

import java.time.Duration;
import org.citygrid.dispatch.enquiry.flow.Limits;
import org.citygrid.platform.setting.WrongSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a town decides about requests that are not cases (`citygrid.enquiries.*`).
///
/// @param consultDays work days within which a question is answered; the others likewise
/// @param reopenUnsatisfied whether a citizen who is not satisfied reopens an enquiry, once
/// @param closeAfter how long an answered enquiry waits before it is closed by itself; zero: never
@ConfigurationProperties("citygrid.enquiries")
public record EnquirySettings(
    @DefaultValue("3") int consultDays,
    @DefaultValue("1") int helpDays,
    @DefaultValue("5") int complaintDays,
    @DefaultValue("15") int suggestionDays,
    @DefaultValue("true") boolean reopenUnsatisfied,
    @DefaultValue("7d") Duration closeAfter) {

  private static final int MOST_DAYS = 250;

  public EnquirySettings {
    check("consult-days", consultDays);
    check("help-days", helpDays);
    check("complaint-days", complaintDays);
    check("suggestion-days", suggestionDays);
    if (closeAfter.isNegative()) {
      throw new WrongSetting(
          "citygrid.enquiries.close-after", closeAfter.toString(), "give a time such as 7d, or 0");
    }
  }

  Limits limits() {
    return new Limits(consultDays, helpDays, complaintDays, suggestionDays);
  }

  private static void check(String name, int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new WrongSetting("citygrid.enquiries." + name, "" + days, "give 1 to 250 work days");
    }
  }
}
