package org.citygrid.geofile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.citygrid.geofile.place.ToLonLat;
import org.citygrid.geofile.shapefile.Parts;
import org.citygrid.geofile.source.RowSource;
import org.citygrid.geofile.source.WorkFolder;
import org.jspecify.annotations.Nullable;

/// A zip of files: each that can be read is a layer, Shapefiles with all their parts. Folders are
/// looked into, what a Mac adds (`__MACOSX`) is not.
final class Archive implements RowSource {
  private static final int MOST_ENTRIES = 100_000;
  private static final List<String> ALONE =
      List.of("gpkg", "geojson", "json", "geojsonl", "ndjson", "csv", "tsv", "txt");

  private final WorkFolder folder;
  private final RowSource inner;
  private final Described described;
  private final long size;
  private final long innerSize;

  private Archive(
      WorkFolder folder, RowSource inner, Described described, long size, long innerSize) {
    this.folder = folder;
    this.inner = inner;
    this.described = described;
    this.size = size;
    this.innerSize = innerSize;
  }

  /// One file that can be read, with its parts by their endings.
  private record Member(String name, Map<String, ZipEntry> parts) {
    String ending() {
      return parts.containsKey("shp") ? "shp" : parts.keySet().iterator().next();
    }
  }

  /// How the entries of a folder inside are opened once they lie on the disk.
  @FunctionalInterface
  interface Opening {
    RowSource open(Path file, String fileName, Reading how) throws IOException;
  }

  /// @param kept where to leave what is unpacked; null for nowhere
  static Archive open(Path file, Reading how, @Nullable Path kept, Opening opening)
      throws IOException {
    WorkFolder folder = kept == null ? new WorkFolder() : WorkFolder.kept(kept);
    try (ZipFile zip = zip(file)) {
      Map<String, Member> members = members(zip);
      if (members.isEmpty()) {
        throw new UnreadableFile(nothingInside(zip));
      }
      Member chosen = choose(members, how.layer());
      String name = "layer" + List.copyOf(members.values()).indexOf(chosen) + ".";
      long size = 0;
      for (Map.Entry<String, ZipEntry> part : chosen.parts.entrySet()) {
        try (InputStream in = unpacked(zip, part.getValue())) {
          long packedSize = Math.max(part.getValue().getCompressedSize(), 0);
          Path target = folder.unpack(in, name + part.getKey(), packedSize);
          boolean counts =
              List.of("shp", "dbf").contains(part.getKey()) || chosen.parts.size() == 1;
          size += counts ? Files.size(target) : 0;
        }
      }
      Path main = folder.file(name + chosen.ending());
      RowSource inner =
          opening.open(
              main,
              chosen.name + "." + chosen.ending(),
              how.layer(innerLayer(members, chosen, how)));
      Described described = described(inner.described(), members, chosen);
      return new Archive(folder, inner, described, Files.size(file), Math.max(size, 1));
    } catch (IllegalArgumentException | ZipException broken) {
      folder.close();
      throw new UnreadableFile("the zip is damaged or breaks off", broken);
    } catch (IOException | RuntimeException broken) {
      folder.close();
      throw broken;
    }
  }

  @Override
  public Described described() {
    return described;
  }

  @Override
  public void read(Predicate<Feature> rows) throws IOException {
    inner.read(rows);
  }

  @Override
  public long bytesRead() {
    return (long) (Math.min(1, (double) inner.bytesRead() / innerSize) * size);
  }

  @Override
  public ToLonLat places() {
    return inner.places();
  }

  @Override
  public void close() throws IOException {
    try (folder) {
      inner.close();
    }
  }

  /// Names of entries are UTF-8, or else GBK, as Chinese systems pack them.
  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notUtf8) {
      try {
        return new ZipFile(file.toFile(), Charset.forName("GB18030"));
      } catch (ZipException broken) {
        throw new UnreadableFile("the zip is damaged or breaks off", broken);
      }
    }
  }

  private static InputStream unpacked(ZipFile zip, ZipEntry entry) throws IOException {
    InputStream in = zip.getInputStream(entry);
    return entry.getName().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static Map<String, Member> members(ZipFile zip) {
    Map<String, Map<String, ZipEntry>> groups = new TreeMap<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    for (int count = 0; entries.hasMoreElements(); count++) {
      ZipEntry entry = entries.nextElement();
      if (count > MOST_ENTRIES) {
        throw new UnreadableFile("the zip holds more than " + MOST_ENTRIES + " files");
      }
      sort(entry, groups);
    }
    Map<String, Member> members = new LinkedHashMap<>();
    groups.forEach((path, parts) -> {
      if (parts.containsKey("shp") || parts.containsKey("dbf")) {
        Map<String, ZipEntry> shape = new TreeMap<>(parts);
        shape.keySet().retainAll(Parts.ENDINGS);
        members.put(path, new Member(path, shape));
      }
      ALONE.stream()
          .filter(parts::containsKey)
          .forEach(ending ->
              members.putIfAbsent(
                  members.containsKey(path) ? path + "." + ending : path,
                  new Member(path, Map.of(ending, parts.get(ending)))));
    });
    members.values().removeIf(member -> isNote(member, members.size()));
    return shortened(members);
  }

  /// A text beside real layers is a note to the reader.
  private static boolean isNote(Member member, int all) {
    return all > 1 && member.parts.containsKey("txt");
  }

  private static void sort(ZipEntry entry, Map<String, Map<String, ZipEntry>> groups) {
    String path = entry.getName().replace('\\', '/');
    String name = path.substring(path.lastIndexOf('/') + 1);
    String plain =
        path.toLowerCase(Locale.ROOT).endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
    int dot = plain.lastIndexOf('.');
    if (entry.isDirectory()
        || name.startsWith(".")
        || path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/")
        || dot < 0) {
      return;
    }
    String ending = plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (Parts.ENDINGS.contains(ending) || ALONE.contains(ending)) {
      groups
          .computeIfAbsent(plain.substring(0, dot), _ -> new TreeMap<>())
          .putIfAbsent(ending, entry);
    }
  }

  /// By the last part of the path alone, where that is enough to tell them apart.
  private static Map<String, Member> shortened(Map<String, Member> members) {
    Map<String, Integer> times = new TreeMap<>();
    members.keySet().forEach(path -> times.merge(last(path), 1, Integer::sum));
    Map<String, Member> named = new LinkedHashMap<>();
    members.forEach((path, member) -> {
      String name = Integer.valueOf(1).equals(times.get(last(path))) ? last(path) : path;
      named.put(name, new Member(name, member.parts));
    });
    return named;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Member choose(Map<String, Member> members, @Nullable String asked) {
    if (asked == null || members.size() == 1) {
      return members.values().iterator().next();
    }
    for (Member member : members.values()) {
      if (asked.equals(member.name) || asked.startsWith(member.name + ":")) {
        return member;
      }
    }
    throw UnreadableFile.because(
        "layer",
        "the zip has no layer \"%s\"; it has %s"
            .formatted(asked, String.join(", ", members.keySet())),
        null);
  }

  private static @Nullable String innerLayer(
      Map<String, Member> members, Member chosen, Reading how) {
    String asked = how.layer();
    if (asked == null || asked.equals(chosen.name)) {
      return null;
    }
    return members.size() == 1 ? asked : asked.substring(chosen.name.length() + 1);
  }

  private static Described described(Described inner, Map<String, Member> members, Member chosen) {
    boolean alone = members.size() == 1;
    boolean several = inner.layers().size() > 1;
    List<String> layers = new ArrayList<>(alone ? inner.layers() : members.keySet());
    if (!alone && several) {
      inner.layers().forEach(layer -> layers.add(chosen.name + ":" + layer));
    }
    String layer =
        alone ? inner.layer() : several ? chosen.name + ":" + inner.layer() : chosen.name;
    return new Described(
        inner.format(),
        layer,
        List.copyOf(layers),
        inner.columns(),
        inner.crs(),
        inner.crsFrom(),
        inner.charset(),
        inner.charsetFrom(),
        inner.rows(),
        inner.placeColumns(),
        inner.warnings());
  }

  private static String nothingInside(ZipFile zip) {
    return zip.getEntry("[Content_Types].xml") != null
        ? "Excel workbooks cannot be read: save the sheet as CSV"
        : "the zip holds no Shapefile, GeoPackage, GeoJSON or CSV";
  }
}
