/// How things that a person can cause are told: RFC 9457 problem details that name each wrong
/// field. Cores answer with values; only the edges turn them into problems.
@NullMarked
package org.citygrid.platform.problem;

import org.jspecify.annotations.NullMarked;
