package org.citygrid.ogc.web;

import org.jspecify.annotations.Nullable;

/// A link of RFC 8288.
public record Link(
    String href, String rel, String type, @Nullable String title, @Nullable Boolean templated) {
  public static final String JSON = "application/json";
  public static final String GEOJSON = "application/geo+json";
  public static final String HTML = "text/html";
  public static final String SCHEMA = "application/schema+json";
  public static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";
  public static final String MVT = "application/vnd.mapbox-vector-tile";

  public static Link of(String rel, String type, String href, String title) {
    return new Link(href, rel, type, title, null);
  }

  public static Link template(String rel, String type, String href, String title) {
    return new Link(href, rel, type, title, true);
  }
}
