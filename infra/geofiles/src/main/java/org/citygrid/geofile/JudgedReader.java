package org.citygrid.geofile;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.citygrid.geofile.Described.Warning;
import org.citygrid.geofile.place.Plausibility;
import org.citygrid.geofile.source.RowSource;
import org.locationtech.jts.geom.Coordinate;

/// A source whose first rows were looked at, so that what is doubtful is known before all is read.
final class JudgedReader implements GeoFileReader {
  private static final int SAMPLE = 1000;

  private final RowSource source;
  private final Described described;
  private final List<Coordinate> numbers;

  JudgedReader(RowSource source, String fileName) throws IOException {
    this.source = source;
    this.described = judged(source, fileName);
    this.numbers = List.copyOf(source.places().sample());
  }

  @Override
  public Described described() {
    return described;
  }

  @Override
  public void read(Consumer<Feature> rows) throws IOException {
    readUntil(
        source,
        row -> {
          rows.accept(row);
          return true;
        });
  }

  @Override
  public List<Feature> sample(int most) throws IOException {
    List<Feature> sample = new ArrayList<>();
    if (most > 0) {
      readUntil(
          source,
          row -> {
            sample.add(row);
            return sample.size() < most;
          });
    }
    return sample;
  }

  @Override
  public List<Coordinate> numbers() {
    return numbers;
  }

  @Override
  public long bytesRead() {
    return source.bytesRead();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private static Described judged(RowSource source, String fileName) throws IOException {
    int[] seen = {0};
    readUntil(source, _ -> ++seen[0] < SAMPLE);
    Described plain = source.described();
    List<String> names =
        Stream.concat(
                Stream.of(fileName, plain.layer()), plain.columns().stream().map(Column::name))
            .toList();
    List<Warning> warnings = new ArrayList<>(plain.warnings());
    warnings.addAll(Plausibility.judge(source.places(), names));
    return new Described(
        plain.format(),
        plain.layer(),
        plain.layers(),
        plain.columns(),
        plain.crs(),
        plain.crsFrom(),
        plain.charset(),
        plain.charsetFrom(),
        plain.rows(),
        plain.placeColumns(),
        List.copyOf(warnings));
  }

  private static void readUntil(RowSource source, java.util.function.Predicate<Feature> rows)
      throws IOException {
    try {
      source.read(rows);
    } catch (EOFException | ZipException broken) {
      throw new UnreadableFile("the file breaks off or is damaged", broken);
    }
  }
}
