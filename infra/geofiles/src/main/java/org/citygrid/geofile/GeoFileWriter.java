package org.citygrid.geofile;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// A file of geodata that is being written. The file is whole only after `close`.
public interface GeoFileWriter extends Closeable {

  /// @param geometry longitude, latitude in degrees
  /// @param values in the order of the columns
  void write(@Nullable Geometry geometry, @Nullable Object... values) throws IOException;
}
