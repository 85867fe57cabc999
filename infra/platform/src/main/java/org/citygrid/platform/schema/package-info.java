/// One PostgreSQL schema a module, each with a migration history of its own. Nobody reads another's
/// tables; this package only runs the migrations, in no particular order between modules.
@NullMarked
package org.citygrid.platform.schema;

import org.jspecify.annotations.NullMarked;
