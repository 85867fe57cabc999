package org.citygrid.geofile;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/// Says why a geometry is not valid, and proposes one that is. Nothing is repaired in silence: the
/// proposal goes to a person.
public final class GeometryRepair {
  private GeometryRepair() {}

  /// @param reason what is wrong, and where
  /// @param repaired of the same dimension and valid; null when nothing of that kind is left
  /// @param change what the repair does to the shape, in words
  public record Proposal(String reason, @Nullable Geometry repaired, String change) {

    /// The proposal for a person: the change, then the shape as WKT.
    public String text() {
      return repaired == null ? change : change + ": " + repaired.toText();
    }
  }

  /// @return empty when the geometry is valid as it is
  public static Optional<Proposal> propose(Geometry geometry) {
    IsValidOp check = new IsValidOp(geometry);
    if (check.isValid()) {
      return Optional.empty();
    }
    @Nullable TopologyValidationError error = check.getValidationError();
    String reason = error == null ? "is not valid" : reason(error);
    Geometry fixed = GeometryFixer.fix(geometry);
    boolean usable =
        !fixed.isEmpty() && fixed.getDimension() == geometry.getDimension() && fixed.isValid();
    return Optional.of(
        usable
            ? new Proposal(reason, fixed, change(geometry, fixed))
            : new Proposal(reason, null, "nothing of it can be kept: draw it anew"));
  }

  private static String reason(TopologyValidationError error) {
    @Nullable Coordinate at = error.getCoordinate();
    String what = error.getMessage().toLowerCase(Locale.ROOT);
    return at == null ? what : String.format(Locale.ROOT, "%s at %.7f %.7f", what, at.x, at.y);
  }

  private static String change(Geometry before, Geometry after) {
    StringBuilder change = new StringBuilder();
    if (before.getNumGeometries() != after.getNumGeometries()) {
      change.append(parts(before)).append(" becomes ").append(parts(after)).append(", ");
    }
    int vertices = after.getNumPoints() - before.getNumPoints();
    change.append(
        vertices == 0 ? "as many" : Math.abs(vertices) + (vertices > 0 ? " more" : " fewer"));
    change.append(" vertices");
    if (before.getDimension() == 2 && before.getArea() > 0) {
      double percent = (after.getArea() - before.getArea()) / before.getArea() * 100;
      change.append(String.format(Locale.ROOT, ", area %+.3f %%", percent));
    }
    return change.toString();
  }

  private static String parts(Geometry geometry) {
    int count = geometry.getNumGeometries();
    return count == 1 ? "one part" : count + " parts";
  }
}
