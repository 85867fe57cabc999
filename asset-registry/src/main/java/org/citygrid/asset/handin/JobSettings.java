package org.citygrid.asset.handin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a file is to be read and taken. What is null was not said.
///
/// @param crs `EPSG:4547`, or `gcj02`, `bd09`
/// @param delimiter of a CSV: one character, or `tab`
/// @param mapping by our field's name the file's column; null where no column holds it
/// @param defaults by our field's name what holds where a row has nothing
record JobSettings(
    @Nullable String crs,
    @Nullable String encoding,
    @Nullable String layer,
    @Nullable String delimiter,
    @Nullable Map<String, @Nullable String> mapping,
    @Nullable Map<String, @Nullable String> defaults,
    @Nullable Boolean partial,
    @Nullable Boolean dryRun,
    @Nullable Boolean complete) {

  static final JobSettings NONE =
      new JobSettings(null, null, null, null, null, null, null, null, null);

  /// What was said later goes before what was said earlier; an empty text takes back.
  JobSettings with(@Nullable JobSettings later) {
    return later == null
        ? this
        : new JobSettings(
            newer(crs, later.crs),
            newer(encoding, later.encoding),
            newer(layer, later.layer),
            newer(delimiter, later.delimiter),
            later.mapping == null ? mapping : later.mapping,
            later.defaults == null ? defaults : later.defaults,
            later.partial == null ? partial : later.partial,
            later.dryRun == null ? dryRun : later.dryRun,
            later.complete == null ? complete : later.complete);
  }

  private static @Nullable String newer(@Nullable String before, @Nullable String later) {
    return later == null ? before : later.isBlank() ? null : later;
  }

  static Map<String, String> withoutNothing(@Nullable Map<String, @Nullable String> given) {
    Map<String, String> clean = new LinkedHashMap<>();
    if (given != null) {
      given.forEach((field, value) -> {
        if (value != null && !value.isBlank()) {
          clean.put(field, Objects.requireNonNull(value));
        }
      });
    }
    return clean;
  }

  boolean isPartial() {
    return Boolean.TRUE.equals(partial);
  }

  boolean isDryRun() {
    return Boolean.TRUE.equals(dryRun);
  }

  boolean isComplete() {
    return Boolean.TRUE.equals(complete);
  }
}
