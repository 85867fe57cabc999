package org.citygrid.data.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.citygrid.data.town.StreetNet.Run;
import org.citygrid.data.town.TownPlan.Community;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/// Makes towns of a size from a seed.
public final class TownMaker {

  /// Where Dali is in truth; all geometry around it is invented.
  private static final LocalMetres DALI = new LocalMetres(113.100, 23.105);

  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final double STEP = 100;

  private final Noise noise;
  private final double step;
  private final TownPlan plan;
  private final Lattice lattice;
  private final List<Block> blocks;
  private final double[] x;
  private final double[] y;

  private TownMaker(long seed, TownPlan plan) {
    this.noise = new Noise(seed);
    this.plan = plan;
    this.step = STEP;
    var plain = new Lattice(noise, DALI, step);
    this.blocks = plan.freeForm() ? grown(plain) : rectangle();
    this.lattice = plan.areaSquareMetres() > 0 ? scaled(plain) : plain;
    this.x = blocks.stream().mapToDouble(block -> middle(block).x).toArray();
    this.y = blocks.stream().mapToDouble(block -> middle(block).y).toArray();
  }

  /// Covers ground that is given instead of growing a town.
  private TownMaker(long seed, Extract extract) {
    this.noise = new Noise(seed);
    this.step = extract.step();
    this.lattice = new Lattice(noise, extract.origin(), step);
    this.blocks = covering(extract.ground());
    this.plan = extract.plan(blocks.size());
    this.x = blocks.stream().mapToDouble(block -> middle(block).x).toArray();
    this.y = blocks.stream().mapToDouble(block -> middle(block).y).toArray();
  }

  /// A town laid over ground that is known.
  ///
  /// @param ground metres around the origin, in one piece
  /// @param step length of a cell's side, metres
  public record Extract(
      String code,
      String nameZh,
      String nameEn,
      LocalMetres origin,
      Geometry ground,
      double step,
      int dutyGrids) {

    private static final int CELLS_A_COMMUNITY = 400;

    TownPlan plan(int cells) {
      List<Community> communities =
          IntStream.rangeClosed(1, 1 + cells / CELLS_A_COMMUNITY)
              .mapToObj(n ->
                  new Community(
                      code + "%03d".formatted(n),
                      "合成社区%02d".formatted(n),
                      "Synthetic Community %02d".formatted(n)))
              .toList();
      return new TownPlan(
          code,
          nameZh,
          nameEn,
          nameZh,
          nameEn,
          communities,
          cells,
          Math.min(dutyGrids, cells),
          0,
          0,
          0,
          0,
          0,
          false,
          true);
    }
  }

  /// Equal seeds and grounds give equal towns.
  public static Town cover(long seed, Extract extract) {
    return new TownMaker(seed, extract).make();
  }

  private List<Block> covering(Geometry ground) {
    var reach = ground.getEnvelopeInternal();
    int far =
        4
            + (int)
                (1.2
                    * Math.hypot(
                        Math.max(Math.abs(reach.getMinX()), Math.abs(reach.getMaxX())),
                        Math.max(Math.abs(reach.getMinY()), Math.abs(reach.getMaxY())))
                    / step);
    var inside = new IndexedPointInAreaLocator(ground.buffer(1.5 * step));
    List<Block> covering = new ArrayList<>();
    for (int col = -far; col <= far; col++) {
      for (int row = -far; row <= far; row++) {
        var block = new Block(col, row);
        if (inside.locate(middle(block)) != Location.EXTERIOR) {
          covering.add(block);
        }
      }
    }
    return inOrder(covering);
  }

  /// Equal seeds and plans give equal towns.
  public static Town make(long seed, TownPlan plan) {
    return new TownMaker(seed, plan).make();
  }

  private Town make() {
    List<Run> runs = StreetNet.of(noise, blocks);
    int[][] neighbours = neighbours();
    int[] community = Partition.split(x, y, areas(), neighbours, communityShares(), noise);
    double[] load = loads(runs);
    int[] duty = numbered(Partition.split(x, y, load, neighbours, ones(plan.dutyGrids()), noise));
    Map<Block, Cell> cells = cells(community, duty);
    return new Town(
        plan,
        divisions(cells.values()),
        List.copyOf(cells.values()),
        dutyGrids(cells.values()),
        runs.stream().map(this::street).toList(),
        new ComponentMaker(plan, noise, lattice, cells, runs));
  }

  // The outline

  /// Grows from the middle, always to the block that is nearest by an ellipse with a ragged edge.
  private List<Block> grown(Lattice plain) {
    Set<Block> seen = new HashSet<>();
    List<Block> taken = new ArrayList<>();
    var queue = new PriorityQueue<Reach>(Comparator.comparingDouble(Reach::distance));
    var first = new Block(0, 0);
    queue.add(new Reach(first, 0));
    seen.add(first);
    while (taken.size() < plan.cells()) {
      Block block = queue.remove().block();
      taken.add(block);
      for (Block next : beside(block)) {
        if (seen.add(next)) {
          queue.add(new Reach(next, reach(plain.metresAt(next.col(), next.row()))));
        }
      }
    }
    return inOrder(taken);
  }

  private record Reach(Block block, double distance) {}

  private double reach(Coordinate at) {
    double angle = StrictMath.atan2(at.y, at.x);
    double edge =
        1
            + 0.10 * StrictMath.sin(2 * angle + 6 * noise.unit(0, 0, 40))
            + 0.07 * StrictMath.sin(3 * angle + 6 * noise.unit(1, 0, 40))
            + 0.04 * StrictMath.sin(7 * angle + 6 * noise.unit(2, 0, 40));
    return StrictMath.hypot(at.x / 1.18, at.y) / edge;
  }

  private List<Block> rectangle() {
    return inOrder(
        IntStream.range(0, plan.cells())
            .mapToObj(i ->
                new Block(
                    plan.firstCol() + i % plan.columns(), plan.firstRow() + i / plan.columns()))
            .toList());
  }

  /// North to south, and west to east within a row: the order in which cells are numbered.
  private static List<Block> inOrder(List<Block> blocks) {
    return blocks.stream()
        .sorted(Comparator.comparingInt(Block::row).reversed().thenComparingInt(Block::col))
        .toList();
  }

  private Lattice scaled(Lattice plain) {
    double area = blocks.stream().mapToDouble(block -> area(plain, block)).sum();
    return new Lattice(noise, DALI, step * StrictMath.sqrt(plan.areaSquareMetres() / area));
  }

  // Parts

  private int[][] neighbours() {
    Map<Block, Integer> index = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      index.put(blocks.get(i), i);
    }
    return blocks.stream()
        .map(block ->
            beside(block).stream()
                .map(index::get)
                .filter(i -> i != null)
                .mapToInt(Integer::intValue)
                .toArray())
        .toArray(int[][]::new);
  }

  private static List<Block> beside(Block block) {
    return List.of(
        new Block(block.col() + 1, block.row()),
        new Block(block.col() - 1, block.row()),
        new Block(block.col(), block.row() + 1),
        new Block(block.col(), block.row() - 1));
  }

  private double[] areas() {
    return blocks.stream().mapToDouble(block -> area(lattice, block)).toArray();
  }

  private double[] communityShares() {
    return IntStream.range(0, plan.communities().size())
        .mapToDouble(i -> 0.5 + noise.unit(i, 0, 50))
        .toArray();
  }

  private static double[] ones(int count) {
    return IntStream.range(0, count).mapToDouble(i -> 1).toArray();
  }

  /// The work a cell is: its ground and above all its streets, main ones more than side ones.
  private double[] loads(List<Run> runs) {
    Map<Block, Double> load = new HashMap<>();
    for (Run run : runs) {
      double weight = run.main() ? 1.4 : 1;
      for (var piece : run.pieces()) {
        load.merge(piece.left(), weight, Double::sum);
        load.merge(piece.right(), weight, Double::sum);
      }
    }
    return blocks.stream().mapToDouble(block -> 0.5 + load.getOrDefault(block, 0.0)).toArray();
  }

  /// Renumbers duty grids from west to east in bands from north to south.
  private int[] numbered(int[] part) {
    int parts = plan.dutyGrids();
    double[] sumX = new double[parts];
    double[] sumY = new double[parts];
    int[] size = new int[parts];
    for (int i = 0; i < part.length; i++) {
      sumX[part[i]] += x[i];
      sumY[part[i]] += y[i];
      size[part[i]]++;
    }
    double band = step * Math.sqrt((double) part.length / parts);
    List<Integer> order =
        IntStream.range(0, parts)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(p -> -Math.floor(sumY[p] / size[p] / band))
                    .thenComparingDouble(p -> sumX[p] / size[p]))
            .toList();
    return IntStream.of(part).map(order::indexOf).toArray();
  }

  // What comes of it

  private Map<Block, Cell> cells(int[] community, int[] duty) {
    Map<Block, Cell> cells = new LinkedHashMap<>();
    int[] sequence = new int[plan.communities().size()];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Community home = plan.communities().get(community[i]);
      double outward = StrictMath.hypot(x[i], y[i]);
      cells.put(
          block,
          new Cell(
              home.code() + "%03d".formatted(++sequence[community[i]]),
              home.code(),
              dutyGridCode(duty[i] + 1),
              polygon(block),
              Math.round(area(lattice, block)),
              landUse(noise.unit(block.col(), block.row(), 51)),
              outward < 1_000 ? "A" : outward < 2_000 ? "B" : "C"));
    }
    return cells;
  }

  private static String landUse(double chance) {
    if (chance < 0.45) {
      return "residential";
    }
    return chance < 0.65 ? "commercial" : chance < 0.9 ? "industrial" : "green";
  }

  private List<Division> divisions(Iterable<Cell> cells) {
    Map<String, List<Geometry>> byCommunity = new LinkedHashMap<>();
    List<Geometry> all = new ArrayList<>();
    for (Cell cell : cells) {
      byCommunity.computeIfAbsent(cell.divisionCode(), c -> new ArrayList<>()).add(cell.boundary());
      all.add(cell.boundary());
    }
    Geometry outline = union(all);
    List<Division> divisions = new ArrayList<>();
    divisions.add(
        division(plan.countyCode(), null, plan.countyNameZh(), plan.countyNameEn(), null));
    divisions.add(division(plan.code(), plan.countyCode(), plan.nameZh(), plan.nameEn(), outline));
    for (Community community : plan.communities()) {
      Geometry ground = union(byCommunity.getOrDefault(community.code(), List.of()));
      divisions.add(
          division(community.code(), plan.code(), community.nameZh(), community.nameEn(), ground));
    }
    return List.copyOf(divisions);
  }

  private Division division(
      String code, @Nullable String parent, String zh, String en, @Nullable Geometry ground) {
    return new Division(code, parent, zh, en, ground, plan.synthetic());
  }

  private List<DutyGrid> dutyGrids(Iterable<Cell> cells) {
    Map<String, List<Geometry>> byGrid = new HashMap<>();
    for (Cell cell : cells) {
      byGrid.computeIfAbsent(cell.dutyGridCode(), c -> new ArrayList<>()).add(cell.boundary());
    }
    return IntStream.rangeClosed(1, plan.dutyGrids())
        .mapToObj(number -> {
          List<Geometry> ground = byGrid.getOrDefault(dutyGridCode(number), List.of());
          return new DutyGrid(
              dutyGridCode(number),
              number,
              number + "号责任网格",
              "Duty grid " + number,
              collector(number),
              union(ground),
              ground.size());
        })
        .toList();
  }

  private String collector(int number) {
    String name = "collector%02d".formatted(number);
    return plan.synthetic() ? name + "-" + plan.code() : name;
  }

  private String dutyGridCode(int number) {
    return plan.code() + "G%02d".formatted(number);
  }

  private Street street(Run run) {
    List<Coordinate> line = new ArrayList<>();
    for (var piece : run.pieces()) {
      line.add(lattice.crossing(piece.col(), piece.row()));
    }
    var last = run.pieces().getLast();
    line.add(
        last.across()
            ? lattice.crossing(last.col() + 1, last.row())
            : lattice.crossing(last.col(), last.row() + 1));
    return new Street(run.name(), run.main() ? Street.MAIN : Street.SIDE, List.copyOf(line));
  }

  // Shapes

  private static Geometry union(List<Geometry> parts) {
    return CoverageUnion.union(parts.toArray(Geometry[]::new));
  }

  private Polygon polygon(Block block) {
    Coordinate first = lattice.crossing(block.col(), block.row());
    return SHAPES.createPolygon(
        new Coordinate[] {
          first,
          lattice.crossing(block.col() + 1, block.row()),
          lattice.crossing(block.col() + 1, block.row() + 1),
          lattice.crossing(block.col(), block.row() + 1),
          first.copy()
        });
  }

  private Coordinate middle(Block block) {
    Coordinate a = lattice.metresAt(block.col(), block.row());
    Coordinate b = lattice.metresAt(block.col() + 1, block.row() + 1);
    return new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2);
  }

  private static double area(Lattice lattice, Block block) {
    Coordinate a = lattice.metresAt(block.col(), block.row());
    Coordinate b = lattice.metresAt(block.col() + 1, block.row());
    Coordinate c = lattice.metresAt(block.col() + 1, block.row() + 1);
    Coordinate d = lattice.metresAt(block.col(), block.row() + 1);
    return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2;
  }
}
