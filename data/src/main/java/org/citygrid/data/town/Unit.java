package org.citygrid.data.town;

import java.util.List;

/// A body that owns, maintains or handles things in a generated town. All are generic: none is a
/// real company or office.
///
/// @param kind `DEPARTMENT`, `OWNER` or `GOVERNMENT`, as the API names them
public record Unit(String code, String nameZh, String nameEn, String kind) {

  public static final String MUNICIPAL = "municipal";
  public static final String GARDENS = "gardens";
  public static final String SANITATION = "sanitation";
  public static final String ENFORCEMENT = "enforcement";
  public static final String TRAFFIC = "traffic";
  public static final String CONSTRUCTION = "construction";
  public static final String WATERWAYS = "waterways";
  public static final String LIGHTING = "lighting";
  public static final String WATER = "water";
  public static final String DRAINAGE = "drainage";
  public static final String POWER = "power";
  public static final String GAS = "gas";
  public static final String TELECOM = "telecom";
  public static final String TRANSIT = "transit";
  public static final String TOWN = "town";

  private static final String DEPARTMENT = "DEPARTMENT";
  private static final String OWNER = "OWNER";

  /// Every unit of the demonstration, handling departments first.
  public static final List<Unit> ALL =
      List.of(
          new Unit(MUNICIPAL, "市政工程所", "Municipal Works", DEPARTMENT),
          new Unit(GARDENS, "园林绿化所", "Parks and Gardens", DEPARTMENT),
          new Unit(SANITATION, "环境卫生所", "Sanitation", DEPARTMENT),
          new Unit(ENFORCEMENT, "城市管理执法队", "Urban Management Enforcement", DEPARTMENT),
          new Unit(TRAFFIC, "交通设施所", "Traffic Facilities", DEPARTMENT),
          new Unit(CONSTRUCTION, "住建管理所", "Construction Office", DEPARTMENT),
          new Unit(WATERWAYS, "水利所", "Waterways Office", DEPARTMENT),
          new Unit(LIGHTING, "路灯管理所", "Street Lighting", DEPARTMENT),
          new Unit(WATER, "供水单位", "Water Supply Unit", OWNER),
          new Unit(DRAINAGE, "排水单位", "Drainage Unit", OWNER),
          new Unit(POWER, "供电单位", "Power Supply Unit", OWNER),
          new Unit(GAS, "燃气单位", "Gas Supply Unit", OWNER),
          new Unit(TELECOM, "通信单位", "Telecom Unit", OWNER),
          new Unit(TRANSIT, "公交单位", "Bus Service Unit", OWNER),
          new Unit(TOWN, "镇人民政府", "Town Government", "GOVERNMENT"));
}
