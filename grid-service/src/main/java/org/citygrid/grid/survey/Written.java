package org.citygrid.grid.survey;

/// Rows that a statement made and changed.
record Written(int inserted, int updated) {
  int rows() {
    return inserted + updated;
  }
}
