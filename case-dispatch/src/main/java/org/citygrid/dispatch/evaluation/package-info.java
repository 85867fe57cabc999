/// Evaluation of periods: who may see what, schemes as stored, results frozen and published. Reads
/// figures, never cases, except to name those that an appeal took out later.
@NullMarked
package org.citygrid.dispatch.evaluation;

import org.jspecify.annotations.NullMarked;
