package org.citygrid.asset.survey;

/// The forms in which a survey may arrive.
enum SurveyFormat {
  /// One GeoJSON FeatureCollection (RFC 7946).
  GEOJSON,
  /// GeoJSON features, one a line, or set apart by record separators (RFC 8142).
  NDJSON,
  /// Comma-separated values in UTF-8 with a heading line.
  CSV
}
