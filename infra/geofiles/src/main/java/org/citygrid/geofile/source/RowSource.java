package org.citygrid.geofile.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Predicate;
import org.citygrid.geofile.Described;
import org.citygrid.geofile.Feature;
import org.citygrid.geofile.place.ToLonLat;

/// One layer of one file, as the reader of its format delivers it.
public interface RowSource extends Closeable {

  /// Without the warnings that only a look at the places can give.
  Described described();

  /// Delivers rows from the first on, until `rows` answers false or there are no more.
  void read(Predicate<Feature> rows) throws IOException;

  /// How far into the file reading has come, in its own bytes.
  long bytesRead();

  /// The way that this source's geometries take.
  ToLonLat places();
}
