package org.citygrid.data.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citygrid.data.town.Component.Dimension;
import org.citygrid.data.town.ComponentMix.Where;
import org.citygrid.data.town.StreetNet.Piece;
import org.citygrid.data.town.StreetNet.Run;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/// Walks every street on both sides and sets down what is due: each class has its own pace, so that
/// lamps come at even distances and the total is what the plan asks for.
final class ComponentMaker {

  /// Kept free at both ends of a piece, metres: nothing stands in a crossing or in the next cell.
  private static final double CORNER_METRES = 14;

  private static final double MAIN_HALF_WIDTH = 9;
  private static final double SIDE_HALF_WIDTH = 4.5;
  private static final LocalDate FIRST_SURVEY = LocalDate.of(2016, 1, 1);

  private final TownPlan plan;
  private final Noise noise;
  private final Lattice lattice;
  private final Map<Block, Cell> cells;
  private final List<Run> runs;

  ComponentMaker(
      TownPlan plan, Noise noise, Lattice lattice, Map<Block, Cell> cells, List<Run> runs) {
    this.plan = plan;
    this.noise = noise;
    this.lattice = lattice;
    this.cells = cells;
    this.runs = runs;
  }

  void forEach(Sequences sequences, Consumer<Component> consumer) {
    new Walk(sequences, consumer).go();
  }

  /// One walk through the whole town.
  private final class Walk {

    private final Sequences sequences;
    private final Consumer<Component> consumer;
    private final double[] due = new double[ComponentMix.ALL.size()];
    private final double[] pace = new double[ComponentMix.ALL.size()];
    private long made;

    Walk(Sequences sequences, Consumer<Component> consumer) {
      this.sequences = sequences;
      this.consumer = consumer;
      double main = usableMetres(true);
      double side = usableMetres(false);
      for (int c = 0; c < pace.length; c++) {
        ComponentMix mix = ComponentMix.ALL.get(c);
        double wanted = plan.components() * mix.share() / ComponentMix.SHARES;
        pace[c] =
            mix.where() == Where.YARD
                ? wanted / cells.size()
                : wanted / (main * mix.mainWeight() + side);
        due[c] = noise.unit(c, 0, 30);
      }
    }

    void go() {
      for (Run run : runs) {
        walkSide(run, true);
        walkSide(run, false);
      }
      cells.forEach(this::furnishYard);
    }

    private void walkSide(Run run, boolean left) {
      double walked = 0;
      for (Piece piece : run.pieces()) {
        Cell cell = cells.get(left ? piece.left() : piece.right());
        if (cell != null) {
          walkPiece(run, piece, left, cell, walked);
        }
        walked += length(piece);
      }
    }

    private void walkPiece(Run run, Piece piece, boolean left, Cell cell, double walked) {
      double usable = usableMetres(piece);
      for (int c = 0; c < pace.length; c++) {
        ComponentMix mix = ComponentMix.ALL.get(c);
        if (mix.where() == Where.YARD) {
          continue;
        }
        double density = pace[c] * (run.main() ? mix.mainWeight() : 1);
        double before = due[c];
        due[c] += density * usable;
        for (int k = 1; k <= (int) due[c]; k++) {
          double metres = (k - before) / density;
          place(mix, run, piece, left, cell, metres, walked);
        }
        due[c] -= (int) due[c];
      }
    }

    private void place(
        ComponentMix mix,
        Run run,
        Piece piece,
        boolean left,
        Cell cell,
        double metres,
        double walked) {
      double along = CORNER_METRES + Math.clamp(metres, 0, usableMetres(piece));
      double half = run.main() ? MAIN_HALF_WIDTH : SIDE_HALF_WIDTH;
      double offset = half * mix.where().offset + 0.4 * noise.signed(made, 0, 31);
      Coordinate from = start(piece);
      Coordinate to = end(piece);
      double length = from.distance(to);
      double dx = (to.x - from.x) / length;
      double dy = (to.y - from.y) / length;
      double aside = left ? offset : -offset;
      int number = 2 * (int) ((walked + along) / 12) + (left ? 1 : 2);
      emit(
          mix,
          cell,
          from.x + dx * along - dy * aside,
          from.y + dy * along + dx * aside,
          shortTownName() + "·" + run.name() + number + "号");
    }

    private void furnishYard(Block block, Cell cell) {
      for (int c = 0; c < pace.length; c++) {
        ComponentMix mix = ComponentMix.ALL.get(c);
        if (mix.where() == Where.YARD) {
          due[c] += pace[c];
          for (; due[c] >= 1; due[c]--) {
            Coordinate at = inside(block);
            emit(mix, cell, at.x, at.y, shortTownName() + "·" + cell.code().substring(9) + "院内");
          }
        }
      }
    }

    private Coordinate inside(Block block) {
      double s = 0.25 + 0.5 * noise.unit(made, 1, 32);
      double t = 0.25 + 0.5 * noise.unit(made, 2, 32);
      Coordinate sw = lattice.metresAt(block.col(), block.row());
      Coordinate se = lattice.metresAt(block.col() + 1, block.row());
      Coordinate nw = lattice.metresAt(block.col(), block.row() + 1);
      Coordinate ne = lattice.metresAt(block.col() + 1, block.row() + 1);
      return new Coordinate(
          (1 - t) * ((1 - s) * sw.x + s * se.x) + t * ((1 - s) * nw.x + s * ne.x),
          (1 - t) * ((1 - s) * sw.y + s * se.y) + t * ((1 - s) * nw.y + s * ne.y));
    }

    private void emit(ComponentMix mix, Cell cell, double x, double y, String address) {
      long id = made++;
      List<Dimension> dimensions = new ArrayList<>();
      for (int m = 0; m < mix.measures().size(); m++) {
        dimensions.add(mix.measures().get(m).pick(noise.unit(id, m, 33)));
      }
      consumer.accept(
          new Component(
              sequences.next(plan.countyCode(), mix.classCode()),
              mix.classCode(),
              lattice.metres().longitude(x),
              lattice.metres().latitude(y),
              mix.competentUnit(),
              mix.ownerUnit(),
              mix.maintenanceUnit(),
              mix.specs().get(noise.below(mix.specs().size(), id, 0, 34)),
              List.copyOf(dimensions),
              address,
              state(noise.unit(id, 0, 35)),
              FIRST_SURVEY.plusDays(noise.below(3_400, id, 0, 36)),
              cell.code()));
    }
  }

  private static String state(double chance) {
    if (chance < 0.985) {
      return "intact";
    }
    return chance < 0.996 ? "damaged" : chance < 0.998 ? "lost" : "abandoned";
  }

  private String shortTownName() {
    String name = plan.nameZh();
    return name.endsWith("镇") ? name.substring(0, name.length() - 1) : name;
  }

  /// Both sides together, only where a cell of the town lies beside the street.
  private double usableMetres(boolean main) {
    double sum = 0;
    for (Run run : runs) {
      if (run.main() == main) {
        for (Piece piece : run.pieces()) {
          sum += usableMetres(piece) * (sides(piece.left()) + sides(piece.right()));
        }
      }
    }
    return sum;
  }

  private int sides(Block block) {
    @Nullable Cell cell = cells.get(block);
    return cell == null ? 0 : 1;
  }

  private double usableMetres(Piece piece) {
    return length(piece) - 2 * CORNER_METRES;
  }

  private double length(Piece piece) {
    return start(piece).distance(end(piece));
  }

  private Coordinate start(Piece piece) {
    return lattice.metresAt(piece.col(), piece.row());
  }

  private Coordinate end(Piece piece) {
    return piece.across()
        ? lattice.metresAt(piece.col() + 1, piece.row())
        : lattice.metresAt(piece.col(), piece.row() + 1);
  }
}
