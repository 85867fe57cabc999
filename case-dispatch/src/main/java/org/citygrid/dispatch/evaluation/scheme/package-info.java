/// What is counted, the rates made of it, and how these become points, a score and a grade. Plain
/// Java over figures that are given; knows no database, no clock and nobody's name.
@NullMarked
package org.citygrid.dispatch.evaluation.scheme;

import org.jspecify.annotations.NullMarked;
