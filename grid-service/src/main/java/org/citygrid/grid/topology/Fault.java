package org.citygrid.grid.topology;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.citygrid.geo.LonLat;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Something that does not fit.
///
/// @param codes of the cells, duty grids or divisions it is about
/// @param areaSquareMetres null where it is not about an area
/// @param place a point inside it, CGCS2000; null where nothing can be shown
/// @param shape CGCS2000 degrees
record Fault(
    Kind kind,
    List<String> codes,
    @Nullable Double areaSquareMetres,
    @Nullable LonLat place,
    @JsonIgnore @Nullable Geometry shape) {

  /// What does not fit, in the order in which one would mend it.
  // spotless:off  one kind a line
  enum Kind {
    INVALID(true, "边界不合规（自相交等）", "The boundary is not valid"),
    DIVISION_OVERLAP(true, "两个社区重叠", "Two communities overlap"),
    DIVISION_GAP(true, "镇内有土地不属于任何社区", "Land of the town lies in no community"),
    UNKNOWN_COMMUNITY(true, "单元网格所属社区不存在", "The cell's community is not known"),
    NOT_COVERED(true, "社区没有单元网格", "The community has no cells"),
    OVERLAP(true, "两个单元网格重叠", "Two cells overlap"),
    GAP(true, "社区内有土地不属于任何单元网格", "Land of the community lies in no cell"),
    OUTSIDE(true, "单元网格越出社区", "The cell reaches out of its community"),
    MULTIPART(true, "单元网格不是一整块", "The cell is not one piece"),
    UNKNOWN_GRID(true, "单元网格所属责任网格不存在", "The cell's duty grid is not known"),
    OTHER_TOWN(true, "责任网格含有别镇的单元网格", "The duty grid has a cell of another town"),
    NOT_CONNECTED(true, "责任网格不连通", "The duty grid is not connected"),
    OUTLINE(true, "责任网格边界与其单元网格不符", "The duty grid's outline is not that of its cells"),
    EMPTY_GRID(false, "责任网格没有单元网格", "The duty grid has no cells"),
    NO_GRID(false, "单元网格不属于任何责任网格", "Cells belong to no duty grid"),
    NO_OUTLINE(false, "社区边界未知，无法检查", "The community's outline is unknown, so nothing can be checked");
  // spotless:on

    private final boolean wrong;
    private final LocalText words;

    Kind(boolean wrong, String zh, String en) {
      this.wrong = wrong;
      words = new LocalText(zh, en);
    }

    /// Whether it must be mended; else it may be meant.
    boolean wrong() {
      return wrong;
    }

    LocalText words() {
      return words;
    }
  }
}
