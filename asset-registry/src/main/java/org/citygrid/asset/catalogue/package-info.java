/// Loads the catalogues that lie on the class path into the database, keeps the town's edition in
/// memory, and shows it. Knows nothing of components.
@NullMarked
package org.citygrid.asset.catalogue;

import org.jspecify.annotations.NullMarked;
