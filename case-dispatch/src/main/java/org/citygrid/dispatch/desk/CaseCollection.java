package org.citygrid.dispatch.desk;

import static org.citygrid.ogc.Property.Type.BOOLEAN;
import static org.citygrid.ogc.Property.Type.INSTANT;
import static org.citygrid.ogc.Property.Type.INTEGER;
import static org.citygrid.ogc.Property.Type.TEXT;
import static org.citygrid.ogc.Property.Type.UUID;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.citygrid.dispatch.workflow.State;
import org.citygrid.ogc.Clause;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.OgcConfiguration;
import org.citygrid.ogc.Property;
import org.citygrid.platform.identity.Actor;
import org.citygrid.platform.identity.Role;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Cases for GIS programs: to whom `/api/cases` shows a case, this shows it too, and to nobody
/// else.
@Configuration(proxyBeanMethods = false)
@Import(OgcConfiguration.class)
class CaseCollection {
  /// The same as in `dispatch.seen_case`.
  private static final String LIGHT =
      """
      case
        when f.state = 'SUSPENDED' then 'suspended'
        when f.clock_running_since is null then 'none'
        when now() > f.due_at then 'red'
        when now() > f.warn_at then 'yellow'
        else 'green'
      end\
      """;

  private static final Set<Role> READERS = EnumSet.complementOf(EnumSet.of(Role.COLLECTOR));

  @Bean
  OgcCollection cases() {
    return OgcCollection.named(
            "cases",
            new LocalText("案件", "Cases"),
            new LocalText(
                "您有权查看的案件及其状态与时限。", "The cases that you may read, their state and deadline."))
        .from("dispatch.city_case")
        .key("id")
        .geometry("place", "Point")
        .with(
            Property.of("id", UUID, "f.id", "标识", "Id"),
            Property.of("number", TEXT, "f.number", "案件号", "Number"),
            Property.of("state", TEXT, "f.state", "状态", "State")
                .oneOf(State.all().stream().map(Enum::name).toArray(String[]::new)),
            Property.of("light", TEXT, LIGHT, "灯", "Light")
                .oneOf("green", "yellow", "red", "suspended", "none"),
            Property.of("kind", TEXT, "f.kind", "大类", "Kind").oneOf("component", "event"),
            Property.of("classCode", TEXT, "f.class_code", "类别代码", "Class"),
            Property.of("description", TEXT, "f.description", "问题描述", "Description"),
            Property.of("reportedAt", INSTANT, "f.reported_at", "上报时间", "Reported at"),
            Property.of("dueAt", INSTANT, "f.due_at", "截止时间", "Due at"),
            Property.of("unit", TEXT, "f.unit_code", "处置部门", "Department"),
            Property.of("componentCode", TEXT, "f.component_code", "部件标识码", "Component"),
            Property.of("dutyGridCode", TEXT, "f.duty_grid_code", "责任网格", "Duty grid"),
            Property.of("cellCode", TEXT, "f.cell_code", "单元网格", "Unit grid"),
            Property.of("divisionCode", TEXT, "f.division_code", "区划", "Division"),
            Property.of("source", TEXT, "f.source", "来源", "Source")
                .oneOf("collector", "public", "higher"),
            Property.of("filedAt", INSTANT, "f.filed_at", "立案时间", "Filed at"),
            Property.of("dispatchedAt", INSTANT, "f.dispatched_at", "派遣时间", "Dispatched at"),
            Property.of("handledAt", INSTANT, "f.handled_at", "处置时间", "Handled at"),
            Property.of("closedAt", INSTANT, "f.closed_at", "结案时间", "Closed at"),
            Property.of("late", BOOLEAN, "f.late", "超时", "Late"),
            Property.of("reports", INTEGER, "f.report_count", "上报次数", "Reports"))
        .time("reportedAt", "closedAt")
        .readBy(CaseCollection::rowsFor)
        // An estimate: the true extent would tell everybody where there are cases.
        .extent("select ST_EstimatedExtent('dispatch', 'city_case', 'place')::geometry")
        .build();
  }

  private static Optional<Clause> rowsFor(@Nullable Actor actor) {
    if (actor == null || actor.roles().stream().noneMatch(READERS::contains)) {
      return Optional.empty();
    }
    Reader reader = Reader.of(actor);
    var values = new ArrayList<Object>();
    values.add(reader.division());
    String onlyUnit = reader.onlyUnit();
    if (onlyUnit != null) {
      values.add(onlyUnit);
    }
    String unit = onlyUnit == null ? "" : " and f.unit_code = ?";
    return Optional.of(new Clause("starts_with(f.division_code, ?)" + unit, values));
  }
}
