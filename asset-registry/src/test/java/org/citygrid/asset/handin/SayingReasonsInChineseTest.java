package org.citygrid.asset.handin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingReasonsInChineseTest {
  private static final ReasonWords.Chinese CHINESE = ReasonWords.read().chinese();

  /// A reason where it is written down: the last text of a refusal, whole.
  private static final Pattern REASON =
      Pattern.compile(
          "(?:refuse|Fault|Reject\\.of|UnreadableFile|IllegalArgumentException|wrong)\\((?:[^;\"]|\"[^\"]*\")*?,?\\s*\"((?:is|has|must|lies|stands|holds|the|this) [^\"]*[^\" :(])\"\\)");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          is missing: whose is it?                                                  | 没有权属单位
          lies more than 5 km outside every town; is the coordinate system right?   | 在镇外 5 公里以上，坐标系对吗？
          is not valid: self-intersection at 113.1002000 23.1052000                 | 图形无效：自相交 113.1002000 23.1052000
          must be at most 2000 mm                                                   | 不应大于 2000 mm
          stands in line 2 already                                                  | 与第 2 行重复
          The file is damaged                                                       | 文件损坏
          one part becomes 2 parts, 3 more vertices, area +0.100 %: POLYGON EMPTY   | 一个部分变成 2 个，多 3 个顶点，面积 +0.100 %: POLYGON EMPTY
          this is new                                                               | this is new
          """)
  void a_reason_is_said_with_its_numbers(String english, String chinese) {
    assertThat(CHINESE.reason(english)).isEqualTo(chinese);
  }

  /// A new reason in English alone would stand in the middle of a Chinese page.
  @Test
  void whatever_a_row_or_file_can_be_refused_for_has_chinese_words() throws IOException {
    List<String> reasons =
        Stream.of(
                "src/main/java/org/citygrid/asset/survey",
                "src/main/java/org/citygrid/asset/column",
                "../infra/geofiles/src/main/java")
            .flatMap(folder -> sources(Path.of(folder)))
            .flatMap(text -> REASON.matcher(text).results().map(found -> found.group(1)))
            .distinct()
            .toList();

    assertThat(reasons).hasSizeGreaterThan(40);
    assertThat(reasons).filteredOn(reason -> !isChinese(CHINESE.reason(reason))).isEmpty();
  }

  private static boolean isChinese(String words) {
    Matcher characters = Pattern.compile("\\p{IsHan}").matcher(words);
    return characters.find();
  }

  private static Stream<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(SayingReasonsInChineseTest::read)
          .toList()
          .stream();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }
}
