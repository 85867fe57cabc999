package org.citygrid.data.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.citygrid.data.Catalogues;
import org.citygrid.data.town.TownPlan.Community;

/// The sizes that can be generated.
public enum TownSize {
  /// The reference town: 21.26 km², 2,130 cells, 35 duty grids, 43 communities, about 98,000
  /// components.
  DALI {
    @Override
    public List<TownPlan> plans() {
      return List.of(
          new TownPlan(
              "440605125",
              "大沥镇",
              "Dali Town",
              "南海区",
              "Nanhai District",
              dalisCommunities(),
              2_130,
              35,
              98_000,
              21_260_000,
              0,
              0,
              0,
              true,
              false));
    }
  },

  /// Ten towns of Dali's size: 1,000,000 components.
  CITY_1M {
    @Override
    public List<TownPlan> plans() {
      return sideBySide(1, 2, 5, 10, 21_300, 350, 43, 1_000_000);
    }
  },

  /// The size of Shanghai's grid system: 40,625 cells, 1,829 duty grids, 12,000,000 components.
  SHANGHAI {
    @Override
    public List<TownPlan> plans() {
      return sideBySide(11, 16, 4, 64, 40_625, 1_829, 13, 12_000_000);
    }
  };

  public abstract List<TownPlan> plans();

  /// @throws IllegalArgumentException naming the sizes there are
  public static TownSize named(String name) {
    for (var size : values()) {
      if (size.label().equals(name)) {
        return size;
      }
    }
    throw new IllegalArgumentException(
        "no size named " + name + "; there are dali, city-1m and shanghai");
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<Community> dalisCommunities() {
    return Catalogues.rows(Catalogues.DIVISIONS).stream()
        .filter(row -> "community".equals(row.get("level")))
        .filter(row -> String.valueOf(row.get("edition")).startsWith("china-division"))
        .map(row ->
            new Community(
                String.valueOf(row.get("code")),
                String.valueOf(row.get("name_zh")),
                String.valueOf(row.get("name_en"))))
        .toList();
  }

  /// Invented counties 9900nn, each with its towns, all in one block of the lattice. What does not
  /// divide evenly goes to the first towns.
  private static List<TownPlan> sideBySide(
      int firstCounty,
      int counties,
      int townsACounty,
      int towns,
      int cells,
      int dutyGrids,
      int communities,
      int components) {
    List<TownPlan> plans = new ArrayList<>();
    int wide = (int) Math.ceil(Math.sqrt(towns));
    int columns = (int) Math.ceil(Math.sqrt((double) cells / towns));
    int rows = (cells / towns + 1 + columns - 1) / columns;
    for (int t = 0; t < towns; t++) {
      int county = t / townsACounty % counties;
      String code = "9900%02d%03d".formatted(firstCounty + county, 1 + t % townsACounty);
      plans.add(
          new TownPlan(
              code,
              "合成镇%02d".formatted(t + 1),
              "Synthetic Town %02d".formatted(t + 1),
              "合成县%02d".formatted(county + 1),
              "Synthetic County %02d".formatted(county + 1),
              numberedCommunities(code, communities),
              part(cells, towns, t),
              part(dutyGrids, towns, t),
              part(components, towns, t),
              0,
              (t % wide - wide / 2) * columns,
              (t / wide - wide / 2) * rows,
              columns,
              false,
              true));
    }
    return plans;
  }

  private static int part(int whole, int parts, int index) {
    return whole / parts + (index < whole % parts ? 1 : 0);
  }

  private static List<Community> numberedCommunities(String town, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n ->
            new Community(
                town + "%03d".formatted(n),
                "合成社区%02d".formatted(n),
                "Synthetic Community %02d".formatted(n)))
        .toList();
  }
}
