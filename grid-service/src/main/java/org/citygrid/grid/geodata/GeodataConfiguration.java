package org.citygrid.grid.geodata;

import static org.citygrid.ogc.Property.Type.BOOLEAN;
import static org.citygrid.ogc.Property.Type.DATE;
import static org.citygrid.ogc.Property.Type.DECIMAL;
import static org.citygrid.ogc.Property.Type.INTEGER;
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

/// The land as it is today.
@Configuration(proxyBeanMethods = false)
@Import(OgcConfiguration.class)
public class GeodataConfiguration {
  private static final String IN_FORCE = "(f.valid_to is null or f.valid_to >= current_date)";
  private static final String REVISION = "select number from grid.revision";

  private static final LocalText DIVISIONS = new LocalText("行政区划", "Divisions");
  private static final LocalText CELLS = new LocalText("单元网格", "Unit grids");
  private static final LocalText GRIDS = new LocalText("责任网格", "Duty grids");
  private static final LocalText STREETS = new LocalText("道路", "Streets");

  @Bean
  OgcCollection divisionCollection() {
    return OgcCollection.named(
            "divisions",
            DIVISIONS,
            new LocalText("区县、街镇与社区（村）的边界。", "Boundaries of counties, towns and communities."))
        .from("grid.division")
        .key("code")
        .geometry("boundary", "MultiPolygon")
        .with(
            Property.of("code", TEXT, "f.code", "区划代码", "Code"),
            Property.of("nameZh", TEXT, "f.name_zh", "中文名称", "Chinese name"),
            Property.of("nameEn", TEXT, "f.name_en", "英文名称", "English name"),
            Property.of("parentCode", TEXT, "f.parent_code", "上级区划", "Parent"),
            Property.of("synthetic", BOOLEAN, "f.synthetic", "模拟数据", "Made up"))
        .counted("select count(*) from grid.division")
        .extent(extentOf("grid.division"))
        .revision(REVISION)
        .build();
  }

  @Bean
  OgcCollection cellCollection() {
    return OgcCollection.named(
            "cells",
            CELLS,
            new LocalText(
                "单元网格（GB/T 30428.1）：约一万平方米，位于一个社区之内。",
                "Unit grids (GB/T 30428.1): about 10,000 m², each inside one community."))
        .from("grid.cell")
        .where(IN_FORCE)
        .key("code")
        .geometry("boundary", "MultiPolygon")
        .with(
            Property.of("code", TEXT, "f.code", "单元网格编码", "Code"),
            Property.of("divisionCode", TEXT, "f.division_code", "社区", "Community"),
            Property.of("dutyGridCode", TEXT, "f.duty_grid_code", "责任网格", "Duty grid"),
            Property.of("areaSquareMetres", DECIMAL, "f.area_square_metres", "面积", "Area").in("m2"),
            Property.of("responsibleBody", TEXT, "f.responsible_body", "管理主体", "Responsible body"),
            Property.of("landUse", TEXT, "f.land_use", "用地", "Land use"),
            Property.of("managementLevel", TEXT, "f.management_level", "管理等级", "Management level")
                .oneOf("A", "B", "C"),
            Property.of("validFrom", DATE, "f.valid_from", "启用日期", "Valid from"))
        .time("validFrom", null)
        .counted("select count(*) from grid.cell f where " + IN_FORCE)
        .extent(extentOf("grid.cell"))
        .revision(REVISION)
        .build();
  }

  @Bean
  OgcCollection dutyGridCollection() {
    return OgcCollection.named(
            "grids",
            GRIDS,
            new LocalText(
                "责任网格：由一名采集员巡查的若干单元网格。", "Duty grids: the unit grids that one collector walks."))
        .from("grid.duty_grid")
        .where(IN_FORCE)
        .key("code")
        .geometry("boundary", "MultiPolygon")
        .with(
            Property.of("code", TEXT, "f.code", "责任网格编码", "Code"),
            Property.of("number", INTEGER, "f.number", "网格号", "Number"),
            Property.of("nameZh", TEXT, "f.name_zh", "中文名称", "Chinese name"),
            Property.of("nameEn", TEXT, "f.name_en", "英文名称", "English name"),
            Property.of("divisionCode", TEXT, "f.division_code", "街镇", "Town").derived(),
            Property.of("validFrom", DATE, "f.valid_from", "启用日期", "Valid from").derived())
        .time("validFrom", null)
        .counted("select count(*) from grid.duty_grid f where " + IN_FORCE)
        .extent(extentOf("grid.duty_grid"))
        .revision(REVISION)
        .build();
  }

  @Bean
  TileLayer cellTileLayer() {
    var inner = new TileLayer.Inner("cells", 12, 20, Map.of("code", "String", "grid", "String"));
    return new TileLayer("cells", CELLS, 12, 20, List.of(inner), extentOf("grid.cell"));
  }

  @Bean
  TileLayer dutyGridTileLayer() {
    var fields =
        Map.of("code", "String", "number", "Number", "nameZh", "String", "nameEn", "String");
    var inner = new TileLayer.Inner("grids", 0, 20, fields);
    return new TileLayer("grids", GRIDS, 0, 20, List.of(inner), extentOf("grid.duty_grid"));
  }

  @Bean
  TileLayer streetTileLayer() {
    var inner = new TileLayer.Inner("streets", 0, 20, Map.of("name", "String", "kind", "String"));
    return new TileLayer(
        "streets",
        STREETS,
        0,
        20,
        List.of(inner),
        "select ST_SetSRID(ST_Extent(line)::geometry, 4490) from grid.street");
  }

  private static String extentOf(String table) {
    return "select ST_SetSRID(ST_Extent(boundary)::geometry, 4490) from " + table;
  }
}
