package org.citygrid.dispatch.figure;

import org.jspecify.annotations.Nullable;

/// For whom all of a case counts: its places, its source, its class.
///
/// @param klass kind and code, such as `event-0101`
/// @param reporter the collector who reported it
record Whose(
    String town,
    String community,
    @Nullable String grid,
    @Nullable String cell,
    String source,
    String klass,
    @Nullable String reporter) {

  boolean isPublics() {
    return source.equals("public");
  }
}
