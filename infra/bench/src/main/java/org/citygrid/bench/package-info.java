/// Benchmarks of the running program, each against a baseline measured in turns with it.
@NullMarked
package org.citygrid.bench;

import org.jspecify.annotations.NullMarked;
