package org.citygrid.grid.history;

/// What was done to the land.
public enum LandAct {
  SURVEY_DIVISIONS,
  SURVEY_CELLS,
  SURVEY_GRIDS,
  SURVEY_STREETS,
  GENERATE_CELLS,
  CREATE_GRID,
  RENAME_GRID,
  MOVE_CELLS,
  MERGE_GRIDS,
  RETIRE_GRID,
  ASSIGN_DUTY,
  CHANGE_DUTY,
  END_DUTY,
  UNDO
}
