/// The rules of a case's life, as plain Java: which step may follow which, who may take it, what it
/// needs and what it sets in motion. It knows no database, no clock and no user table; whoever
/// calls it stores the outcome.
@NullMarked
package org.citygrid.dispatch.workflow;

import org.jspecify.annotations.NullMarked;
