package org.citygrid.asset.geodata;

import static org.citygrid.ogc.Property.Type.BOOLEAN;
import static org.citygrid.ogc.Property.Type.DATE;
import static org.citygrid.ogc.Property.Type.INSTANT;
import static org.citygrid.ogc.Property.Type.INTEGER;
import static org.citygrid.ogc.Property.Type.JSON;
import static org.citygrid.ogc.Property.Type.TEXT;

import java.util.List;
import java.util.Map;
import org.citygrid.ogc.OgcCollection;
import org.citygrid.ogc.OgcConfiguration;
import org.citygrid.ogc.Property;
import org.citygrid.ogc.TileLayer;
import org.citygrid.platform.text.LocalText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The register as a collection. What files carry is what a survey may bring, under the same names:
/// an export can be imported as it is.
@Configuration(proxyBeanMethods = false)
@Import(OgcConfiguration.class)
class ComponentCollection {
  private static final LocalText TITLE = new LocalText("城市部件", "Components");

  /// Every place of the counts has a box: together they hold all components.
  private static final String EXTENT =
      "select ST_SetSRID(ST_Extent(extent)::geometry, 4490) from asset.component_count";

  @Bean
  OgcCollection componentCollection() {
    return OgcCollection.named(
            "components",
            TITLE,
            new LocalText(
                "登记的城市部件：井盖、路灯、树木等，每件一个 16 位编码。",
                "The register of components: covers, lamps, trees and more, one 16-digit code each."))
        .from("asset.component")
        .key("code")
        .geometry("location", "Geometry")
        .with(
            Property.of("code", TEXT, "f.code", "标识码", "Code"),
            Property.of("classCode", TEXT, "f.class_code", "类别代码", "Class"),
            Property.of("state", TEXT, "f.state", "状态", "State")
                .oneOf("intact", "damaged", "lost", "abandoned", "moved_away"),
            Property.of("competentUnit", TEXT, "f.competent_unit", "主管部门", "Competent unit"),
            Property.of("ownerUnit", TEXT, "f.owner_unit", "权属单位", "Owner"),
            Property.of("maintenanceUnit", TEXT, "f.maintenance_unit", "养护单位", "Maintenance"),
            Property.of("spec", TEXT, "f.spec", "规格", "Spec"),
            Property.of("address", TEXT, "f.address", "位置描述", "Address"),
            Property.of("since", DATE, "f.since", "初始日期", "First known"),
            Property.of("source", TEXT, "f.source", "数据来源", "Source"),
            Property.of("note", TEXT, "f.note", "备注", "Note"),
            Property.of("synthetic", BOOLEAN, "f.synthetic", "模拟数据", "Made up"),
            Property.of("dimensions", JSON, "f.dimensions::text", "尺寸", "Dimensions"),
            Property.of("cellCode", TEXT, "f.cell_code", "单元网格", "Unit grid").derived(),
            Property.of("dutyGridCode", TEXT, "f.duty_grid_code", "责任网格", "Duty grid").derived(),
            Property.of("divisionCode", TEXT, "f.division_code", "区划", "Division").derived(),
            Property.of("photos", INTEGER, "cardinality(f.photo_ids)", "照片数", "Photos").derived(),
            Property.of(
                    "dimensionCount",
                    INTEGER,
                    "jsonb_array_length(f.dimensions)",
                    "尺寸项数",
                    "Dimensions known")
                .derived(),
            Property.of("version", INTEGER, "f.version", "版本", "Version").derived(),
            Property.of("changedAt", INSTANT, "f.changed_at", "变更时间", "Changed at").derived())
        .time("since", null)
        .counted("select coalesce(sum(n), 0) from asset.component_count")
        .extent(EXTENT)
        .revision("select value from asset.revision where subject = 'component'")
        .build();
  }

  @Bean
  TileLayer componentTileLayer() {
    return new TileLayer(
        "components",
        TITLE,
        0,
        20,
        List.of(
            new TileLayer.Inner("counts", 0, 20, Map.of("n", "Number", "cell", "String")),
            new TileLayer.Inner(
                "components",
                15,
                20,
                Map.of("code", "String", "cls", "String", "state", "String"))),
        EXTENT);
  }
}
