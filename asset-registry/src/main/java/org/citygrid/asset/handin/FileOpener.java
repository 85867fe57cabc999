package org.citygrid.asset.handin;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.citygrid.geo.MapDatum;
import org.citygrid.geo.UnknownCrs;
import org.citygrid.geofile.GeoFileReader;
import org.citygrid.geofile.GeoFiles;
import org.citygrid.geofile.Reading;
import org.citygrid.geofile.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// Opens a handed-in file as its job says it is to be read.
final class FileOpener {
  private static final Logger LOG = LoggerFactory.getLogger(FileOpener.class);
  private static final String DEGREES = "EPSG:4490";

  private FileOpener() {}

  /// What a zip holds stays beside it until [#tidy]: a file is looked at more than once.
  ///
  /// @throws UnreadableFile if it cannot be read so
  static GeoFileReader open(Path file, String fileName, JobSettings settings) throws IOException {
    Map<String, String> mapping = JobSettings.withoutNothing(settings.mapping());
    @Nullable String crs = settings.crs();
    Reading how =
        new Reading(
            crs != null && MapDatum.find(crs).isPresent() ? DEGREES : crs,
            charset(settings.encoding()),
            settings.layer(),
            delimiter(settings.delimiter()),
            mapping.get("lon"),
            mapping.get("lat"),
            mapping.get("wkt"));
    try {
      return GeoFiles.open(file, fileName, how, unpacked(file));
    } catch (UnreadableFile told) {
      throw told;
    } catch (UnknownCrs unknown) {
      throw UnreadableFile.because(
          "crs", "the coordinate system is not known: " + unknown.getMessage(), unknown);
    } catch (RuntimeException | ZipException | EOFException damaged) {
      LOG.info("{} could not be opened", fileName, damaged);
      throw new UnreadableFile("the file is damaged", damaged);
    }
  }

  private static Path unpacked(Path file) {
    return file.resolveSibling(file.getFileName() + ".unpacked");
  }

  /// Deletes what opening left beside the file.
  static void tidy(Path file) throws IOException {
    FileSystemUtils.deleteRecursively(unpacked(file));
  }

  /// The datum of the file's degrees: shifted where the job says so.
  static MapDatum datum(JobSettings settings) {
    return Optional.ofNullable(settings.crs()).flatMap(MapDatum::find).orElse(MapDatum.WGS84);
  }

  private static @Nullable Charset charset(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw UnreadableFile.because("encoding", "there is no encoding \"" + name + "\"", unknown);
    }
  }

  private static @Nullable Character delimiter(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw UnreadableFile.because(
          "delimiter", "the delimiter must be one character, or \"tab\"", null);
    }
    return text.charAt(0);
  }
}
