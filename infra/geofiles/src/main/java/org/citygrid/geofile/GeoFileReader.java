package org.citygrid.geofile;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/// A file of geodata that is being read. For one thread; `bytesRead` may be asked by another.
public interface GeoFileReader extends Closeable {

  Described described();

  /// Reads all rows from the first to the last; again from the first when called again.
  ///
  /// @throws UnreadableFile if the file breaks off or turns out not to be what it began as
  void read(Consumer<Feature> rows) throws IOException;

  /// Reads the first rows, at most `most`.
  List<Feature> sample(int most) throws IOException;

  /// The numbers of the first places as the file has them, whatever its coordinate system: what
  /// `FittingSystems` asks for. At most a thousand, one of each shape.
  List<Coordinate> numbers();

  /// How far into the file's own bytes reading has come, for a progress bar.
  long bytesRead();
}
