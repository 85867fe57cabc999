package org.citygrid.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The reviewed lists every town starts from, as files on the class path. Each row names its
/// edition and its source; `data/README.md` describes every file.
public final class Catalogues {

  /// Component classes of both editions.
  public static final String COMPONENT_CLASSES = "component-classes.csv";

  /// Event classes of both editions.
  public static final String EVENT_CLASSES = "event-classes.csv";

  /// Conditions with their handling limits; the `id` is stable and never used again.
  public static final String HANDLING_LIMITS = "handling-limits.csv";

  /// Days off and make-up working days. A day not listed follows the weekday rule.
  public static final String WORKING_CALENDAR = "working-calendar.csv";

  /// Work periods of a working day, local time of the town.
  public static final String WORK_PERIODS = "work-periods.csv";

  /// Nanhai, Dali and its communities, a newer and an older list.
  public static final String DIVISIONS = "divisions.csv";

  /// The edition a new town uses.
  public static final String CURRENT_EDITION = "GB/T 30428.2-2013";

  private Catalogues() {}

  /// Opens a catalogue: CSV in UTF-8 with a heading line. The caller closes it.
  ///
  /// @throws IllegalArgumentException if there is no such catalogue
  public static InputStream open(String name) {
    InputStream in = Catalogues.class.getResourceAsStream("/catalogues/" + name);
    if (in == null) {
      throw new IllegalArgumentException("no catalogue named " + name);
    }
    return in;
  }

  /// Reads a whole catalogue, one map of heading to text for each row, in the file's order.
  public static List<Map<String, String>> rows(String name) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(open(name))) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue " + name + " cannot be read", e);
    }
  }
}
