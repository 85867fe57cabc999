package org.citygrid.dispatch.routing;

import org.citygrid.platform.text.LocalText;

/// The department that should handle a case, and why.
public record Proposal(String unitCode, Why why) {

  public enum Why {
    MAINTENANCE("部件养护单位", "maintenance unit of the component"),
    OWNER("部件权属单位", "owner of the component"),
    RESPONSIBILITY("职责分工表", "responsible for this class here"),
    GOVERNMENT("无责任主体，由属地政府负责", "no responsible body: the local government");

    private final String zh;
    private final String en;

    Why(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public LocalText words() {
      return new LocalText(zh, en);
    }
  }
}
