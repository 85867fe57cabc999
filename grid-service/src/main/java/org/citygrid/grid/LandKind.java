package org.citygrid.grid;

/// What a survey of the land brings, each under the name it has over HTTP.
public enum LandKind {
  DIVISIONS("divisions"),
  CELLS("cells"),
  GRIDS("grids"),
  STREETS("streets");

  private final String wireName;

  LandKind(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }
}
