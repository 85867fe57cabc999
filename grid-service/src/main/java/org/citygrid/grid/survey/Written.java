package org.citygrid.grid.survey;

/// Rows that a statement made and changed.
record Written(int inserted, int updated) {
  static final Written NOTHING = new Written(0, 0);

  boolean anything() {
    return inserted + updated > 0;
  }
}
