package org.citygrid.asset.handin;

import java.util.List;
import java.util.Map;
import org.citygrid.asset.column.Reject;
import org.citygrid.geofile.Described;
import org.citygrid.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/// What a file says about itself, what we would make of it, and its first rows as they would be
/// read.
///
/// @param rows null when only reading to the end would tell
/// @param mapping by our field's name the file's column
/// @param leftOut columns of the file that nothing takes
/// @param extent west, south, east, north of the sampled rows, degrees
/// @param faultyInSample rows of the sample that would be refused
record Preview(
    String format,
    String layer,
    List<String> layers,
    @Nullable String encoding,
    String encodingFrom,
    @Nullable String crs,
    String crsFrom,
    @Nullable Long rows,
    List<ColumnShown> columns,
    Map<String, String> mapping,
    Map<String, String> defaults,
    List<FieldShown> fields,
    List<String> leftOut,
    List<RowShown> sample,
    @Nullable List<Double> extent,
    List<Described.Warning> warnings,
    int faultyInSample,
    int sampled) {

  /// @param samples up to five different values
  record ColumnShown(String name, String type, List<String> samples) {}

  record FieldShown(String name, boolean required, LocalText words) {}

  record RowShown(
      long line,
      @Nullable Double lon,
      @Nullable Double lat,
      Map<String, String> values,
      List<Reject> faults) {}
}
