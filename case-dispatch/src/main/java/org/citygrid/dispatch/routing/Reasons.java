package org.citygrid.dispatch.routing;

import org.citygrid.asset.Catalogue;
import org.citygrid.asset.Kind;
import org.citygrid.grid.Division;
import org.citygrid.grid.DivisionCode;
import org.citygrid.grid.DutyGrid;
import org.citygrid.grid.DutyGridCode;
import org.citygrid.grid.Grids;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says in words why a department was proposed.
@Component
public final class Reasons {
  private static final int PARTS = 4;
  private static final int MINOR_CLASS_DIGITS = 4;

  private final Catalogue catalogue;
  private final Grids grids;

  Reasons(Catalogue catalogue, Grids grids) {
    this.catalogue = catalogue;
    this.grids = grids;
  }

  /// @param line of the matrix, as the proposal named it; cases from before it was kept have none
  public LocalText of(Proposal.Why why, @Nullable String line) {
    return switch (why) {
      case MAINTENANCE -> new LocalText("部件的养护单位", "maintenance unit of the component");
      case OWNER ->
          new LocalText(
              "部件的权属单位（未登记养护单位）", "owner of the component, which names no maintenance unit");
      case RESPONSIBILITY -> ofLine(line);
      case GOVERNMENT ->
          new LocalText("无责任主体，由属地政府负责", "no responsible body: the local government");
    };
  }

  private LocalText ofLine(@Nullable String line) {
    var parts = line == null ? new String[0] : line.split(" ", -1);
    if (parts.length != PARTS) {
      return new LocalText("职责分工表", "responsible for this class here");
    }
    var classes = classes(Kind.of(parts[0]), parts[1].equals("*") ? "" : parts[1]);
    var place = place(parts[2]);
    var always = parts[3].equals(Responsibility.ALWAYS.toString());
    return new LocalText(
        "职责分工表：%s × %s%s".formatted(classes.zh(), place.zh(), always ? "" : "，" + parts[3] + " 起"),
        "responsibility matrix: %s × %s%s"
            .formatted(classes.en(), place.en(), always ? "" : ", since " + parts[3]));
  }

  private LocalText classes(Kind kind, String prefix) {
    if (prefix.isEmpty()) {
      return kind == Kind.COMPONENT
          ? new LocalText("所有部件", "all components")
          : new LocalText("所有事件", "all events");
    }
    var one =
        catalogue.listClasses().stream()
            .filter(c -> c.kind() == kind && c.code().startsWith(prefix))
            .findFirst();
    return one.map(c -> prefix.length() == MINOR_CLASS_DIGITS ? c.name() : c.major())
        .map(name -> new LocalText(name.zh() + " " + prefix, name.en() + " " + prefix))
        .orElse(new LocalText(prefix, prefix));
  }

  private LocalText place(String code) {
    var name =
        code.contains("G")
            ? grids.findDutyGrid(new DutyGridCode(code)).map(DutyGrid::name)
            : grids.findDivision(new DivisionCode(code)).map(Division::name);
    return name.orElse(new LocalText(code, code));
  }
}
