package org.citygrid.data.town;

/// The place of a cell in the lattice: between crossings (col, row) and (col + 1, row + 1).
record Block(int col, int row) {}
