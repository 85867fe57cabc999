package org.citygrid.geofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever happens to a file on its way: it is read, or refused with a sentence, in bounded time.
class MutatedFilesTest {
  private static final int ROUNDS = 150;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"GEOJSON", "GEOJSON_SEQ", "CSV", "SHAPEFILE", "GEOPACKAGE"})
  void are_read_or_refused_and_never_a_crash(GeoFileFormat format) throws IOException {
    byte[] whole = Fixtures.written(format, Fixtures.COLUMNS, many());
    Random random = new Random(20261123);
    List<String> crashes = new ArrayList<>();

    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutated = mutate(whole, random);
      Path file =
          Files.write(folder.resolve("m" + (round % 7) + "." + format.extension()), mutated);
      Reading how =
          random.nextInt(4) == 0
              ? Reading.findOut().as(Charset.forName(random.nextBoolean() ? "GBK" : "UTF-16LE"))
              : Reading.findOut();
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> readOrRefuse(file, how, crashes));
    }

    assertThat(crashes).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SHP", "SHX", "DBF", "PRJ", "CPG"})
  void with_one_part_of_a_shapefile_mutated(Part part) throws IOException {
    byte[] zip = Fixtures.written(GeoFileFormat.SHAPEFILE, Fixtures.COLUMNS, many().subList(0, 1));
    Random random = new Random(part.ordinal());
    List<String> crashes = new ArrayList<>();

    for (int round = 0; round < ROUNDS; round++) {
      Path target = Files.createDirectories(folder.resolve("p" + round % 5));
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          byte[] bytes = in.readAllBytes();
          boolean hit = entry.getName().endsWith(part.name().toLowerCase(java.util.Locale.ROOT));
          Files.write(target.resolve(entry.getName()), hit ? mutate(bytes, random) : bytes);
        }
      }
      Path shp = target.resolve("covers.shp");
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> readOrRefuse(shp, Reading.findOut(), crashes));
    }

    assertThat(crashes).isEmpty();
  }

  private enum Part {
    SHP,
    SHX,
    DBF,
    PRJ,
    CPG
  }

  private static List<Fixtures.Row> many() {
    List<Fixtures.Row> rows = new ArrayList<>();
    for (int at = 0; at < 20; at++) {
      rows.addAll(Fixtures.ROWS);
    }
    return rows;
  }

  private static void readOrRefuse(Path file, Reading how, List<String> crashes) {
    try (GeoFileReader reader = GeoFiles.open(file, file.getFileName().toString(), how)) {
      long[] rows = {0};
      reader.read(_ -> rows[0]++);
      if (rows[0] > 1_000_000) {
        crashes.add("a million rows from nothing");
      }
    } catch (UnreadableFile | IOException refused) {
      // as it should be
    } catch (Throwable crash) {
      crashes.add(
          file
              + ": "
              + crash
              + " at "
              + Arrays.asList(crash.getStackTrace())
                  .subList(0, Math.min(6, crash.getStackTrace().length)));
    }
  }

  private static byte[] mutate(byte[] whole, Random random) throws IOException {
    byte[] bytes = whole.clone();
    switch (random.nextInt(6)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        for (int times = random.nextInt(20); times >= 0; times--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
      case 2 -> swap(bytes, random);
      case 3 -> {
        int from = random.nextInt(bytes.length);
        Arrays.fill(
            bytes,
            from,
            Math.min(bytes.length, from + random.nextInt(64)),
            (byte) (random.nextBoolean() ? 0 : 0xff));
      }
      case 4 -> {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
          gzip.write(bytes);
        }
        bytes = packed.toByteArray();
        bytes = random.nextBoolean() ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
      }
      default -> {
        // a byte in the heading, where sizes and counts stand
        bytes[random.nextInt(Math.min(bytes.length, 120))] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private static void swap(byte[] bytes, Random random) {
    int length = 1 + random.nextInt(Math.max(1, bytes.length / 8));
    int one = random.nextInt(bytes.length - length + 1);
    int other = random.nextInt(bytes.length - length + 1);
    byte[] kept = Arrays.copyOfRange(bytes, one, one + length);
    System.arraycopy(bytes, other, bytes, one, length);
    System.arraycopy(kept, 0, bytes, other, length);
  }
}
