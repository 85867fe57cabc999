/// WHAT stands in the town: the classes of components and events with the conditions that set their
/// limits, and the register in which every component has an identity card. This package is the
/// door; the rooms behind it load catalogues, keep the register, take in surveys and draw tiles. It
/// knows nothing of reports and cases.
@NullMarked
package org.citygrid.asset;

import org.jspecify.annotations.NullMarked;
