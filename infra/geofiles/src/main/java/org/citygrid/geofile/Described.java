package org.citygrid.geofile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says about itself, and what had to be guessed. Each `…From` says how it is known:
/// "the .prj file", "the .cpg file", "guessed from the text", "asked for", "GeoJSON is always".
///
/// @param layer the one that is read
/// @param layers all that could be read
/// @param crs `EPSG:4547`, or WKT 1; null when nobody knows
/// @param charset null where the format leaves no choice to be made
/// @param rows −1 when only reading to the end would tell
/// @param placeColumns those columns of a CSV that hold the places; other formats keep places apart
/// @param warnings what a person should look at before trusting the places or the texts
public record Described(
    GeoFileFormat format,
    String layer,
    List<String> layers,
    List<Column> columns,
    @Nullable String crs,
    String crsFrom,
    @Nullable String charset,
    String charsetFrom,
    long rows,
    List<String> placeColumns,
    List<Warning> warnings) {

  /// Of a format that keeps places apart from columns.
  public Described(
      GeoFileFormat format,
      String layer,
      List<String> layers,
      List<Column> columns,
      @Nullable String crs,
      String crsFrom,
      @Nullable String charset,
      String charsetFrom,
      long rows,
      List<Warning> warnings) {
    this(
        format,
        layer,
        layers,
        columns,
        crs,
        crsFrom,
        charset,
        charsetFrom,
        rows,
        List.of(),
        warnings);
  }

  /// Something doubtful about the whole file.
  ///
  /// @param code stable, such as `axes-swapped`
  public record Warning(String code, String message) {}
}
