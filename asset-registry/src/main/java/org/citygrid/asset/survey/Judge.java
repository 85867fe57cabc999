package org.citygrid.asset.survey;

import java.util.List;
import java.util.Optional;
import org.citygrid.asset.column.SurveyRow;
import org.citygrid.geofile.Described;

/// Judges rows one by one: whether each is right in itself, and where it lies. For one thread.
public final class Judge {
  private final RowCheck check;
  private final RowPlacing placing;

  Judge(RowCheck check, RowPlacing placing) {
    this.check = check;
    this.placing = placing;
  }

  /// Adds all that is wrong to the faults of `row`.
  public void judge(SurveyRow row) {
    place(row);
  }

  /// @return empty when something is wrong; the row then says what
  Optional<StagedRow> place(SurveyRow row) {
    check.check(row);
    return row.faults().isEmpty() ? placing.place(row) : Optional.empty();
  }

  /// Whether a place lies in a cell of the town.
  public boolean isInTown(double lon, double lat) {
    return placing.isInside(lon, lat);
  }

  long outside() {
    return placing.outside();
  }

  /// What the rows so far say about the file as a whole, such as that it seems to be shifted.
  public List<Described.Warning> warnings() {
    return placing.warnings();
  }
}
