package org.citygrid.asset.handin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.citygrid.asset.column.SurveyField;

/// The reasons for which rows and files are refused, in Chinese. The program says them in English;
/// the list of them is `reasons.zh.tsv`, for the pages and for lists of refused rows.
final class ReasonWords {
  private static final String FILE = "reasons.zh.tsv";
  private static final Map<String, String> FIELDS = fields();

  private final List<Phrase> phrases;

  private ReasonWords(List<Phrase> phrases) {
    this.phrases = phrases;
  }

  /// @param says a regular expression of both Java and JavaScript, whatever the case of its letters
  /// @param zh may name groups: `$1`
  record Phrase(String says, String zh) {}

  static ReasonWords read() {
    try (InputStream in = ReasonWords.class.getResourceAsStream(FILE)) {
      String text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), UTF_8);
      return new ReasonWords(
          text.lines()
              .map(line -> line.split("\t", -1))
              .map(parts -> new Phrase(parts[0], parts[1]))
              .toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(FILE + " cannot be read", broken);
    }
  }

  List<Phrase> phrases() {
    return phrases;
  }

  /// Our fields by the names that refusals use.
  static Map<String, String> fieldsInChinese() {
    return FIELDS;
  }

  /// A translator with patterns of its own; it remembers what it has said.
  Chinese chinese() {
    return new Chinese(phrases);
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    Arrays.stream(SurveyField.values())
        .forEach(field -> fields.put(field.word(), field.words().zh()));
    fields.put("geometry", "图形");
    fields.put("location", "位置");
    fields.put("lon", "经度");
    fields.put("lat", "纬度");
    fields.put("wkt", "WKT 图形");
    fields.put("row", "整行");
    fields.put("dimensions", "尺寸");
    return Map.copyOf(fields);
  }

  /// Not for several threads at once.
  static final class Chinese {
    private static final int REMEMBERED = 1_000;

    private final List<Map.Entry<Pattern, String>> phrases;
    private final Map<String, String> said = new LinkedHashMap<>();

    private Chinese(List<Phrase> phrases) {
      this.phrases =
          phrases.stream()
              .map(one ->
                  Map.entry(
                      Pattern.compile(one.says(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                      one.zh()))
              .toList();
    }

    /// The same in English where nobody has translated it.
    String reason(String english) {
      if (said.size() > REMEMBERED) {
        said.clear();
      }
      return said.computeIfAbsent(english, this::translated);
    }

    /// `dimensions.height` is 尺寸 height.
    String field(String name) {
      String whole = name.startsWith("properties.") ? name.substring(11) : name;
      return whole.startsWith("dimensions.")
          ? "尺寸 " + whole.substring(11)
          : FIELDS.getOrDefault(whole, whole);
    }

    private String translated(String english) {
      String words = english;
      for (Map.Entry<Pattern, String> phrase : phrases) {
        words = phrase.getKey().matcher(words).replaceAll(phrase.getValue());
      }
      return words.strip();
    }
  }
}
