/// The process that runs the house: starts every room, serves the pages, and tells them what just
/// happened. It decides nothing about grids, components, reports or cases.
@NullMarked
package org.citygrid.ui;

import org.jspecify.annotations.NullMarked;
