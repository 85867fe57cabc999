package org.citygrid.asset.column;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygrid.asset.attribute.Attribute;
import org.citygrid.geofile.Column;

/// Proposes which column holds what, from the headings alone. A person looks at it before anything
/// is read for good.
public final class Headings {
  /// A shapefile's headings have at most ten bytes: three Chinese characters in UTF-8, five in GBK.
  private static final int SHORTEST_CUT = 3;

  private Headings() {}

  /// @param attributes what the catalogue's attributes are called
  /// @return by our field's name the file's column; what nothing seems to hold is left out
  public static Map<String, String> propose(
      List<Column> columns, Map<String, Attribute> attributes) {
    Map<String, String> proposed = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (SurveyField field : SurveyField.values()) {
      find(field, columns, taken)
          .ifPresent(column -> {
            taken.add(column.name());
            proposed.put(field.word(), column.name());
          });
    }
    for (Column column : columns) {
      if (taken.contains(column.name())) {
        continue;
      }
      if (column.name().equals("dimensions")) {
        proposed.put("dimensions", column.name());
      } else {
        DimensionColumn.find(column.name())
            .or(() -> DimensionColumn.guess(column.name(), attributes))
            .ifPresent(dimension -> proposed.putIfAbsent(dimension.word(), column.name()));
      }
    }
    return proposed;
  }

  private static Optional<Column> find(SurveyField field, List<Column> columns, Set<String> taken) {
    Optional<Column> ours =
        columns.stream().filter(column -> column.name().equals(field.word())).findFirst();
    return ours.or(() ->
            field.headings().stream()
                .flatMap(heading ->
                    columns.stream().filter(column -> plain(column.name()).equals(heading)))
                .filter(column -> !taken.contains(column.name()))
                .findFirst())
        .or(() ->
            field.headings().stream()
                .flatMap(heading ->
                    columns.stream().filter(column -> isCut(plain(column.name()), heading)))
                .filter(column -> !taken.contains(column.name()))
                .findFirst());
  }

  private static boolean isCut(String name, String heading) {
    boolean chinese = name.codePoints().anyMatch(Character::isIdeographic);
    int length = name.length();
    return length < heading.length()
        && (chinese ? length >= SHORTEST_CUT : length == 10)
        && heading.startsWith(name);
  }

  private static String plain(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-.]+", "");
  }
}
