package org.citygrid.data.town;

import java.util.List;

/// What a town is to become.
///
/// @param code 9 digits, county and town
/// @param areaSquareMetres the exact area wanted, or 0 to take what the cells give
/// @param firstCol where its block of the lattice begins (a free form grows around the origin)
/// @param freeForm whether the outline is irregular; towns side by side are rectangles
/// @param synthetic whether codes and names are invented too
public record TownPlan(
    String code,
    String nameZh,
    String nameEn,
    String countyNameZh,
    String countyNameEn,
    List<Community> communities,
    int cells,
    int dutyGrids,
    int components,
    double areaSquareMetres,
    int firstCol,
    int firstRow,
    int columns,
    boolean freeForm,
    boolean synthetic) {

  public String countyCode() {
    return code.substring(0, 6);
  }

  /// @param code 12 digits
  public record Community(String code, String nameZh, String nameEn) {}
}
