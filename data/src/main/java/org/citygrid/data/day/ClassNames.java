package org.citygrid.data.day;

import java.util.HashMap;
import java.util.Map;
import org.citygrid.data.Catalogues;

/// Names of the classes of the current edition.
final class ClassNames {

  private static final Map<String, String> ZH = read();

  private ClassNames() {}

  static String zh(String kind, String classCode) {
    return ZH.getOrDefault(kind + classCode, classCode);
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    for (var file : new String[] {Catalogues.COMPONENT_CLASSES, Catalogues.EVENT_CLASSES}) {
      for (var row : Catalogues.rows(file)) {
        if (Catalogues.CURRENT_EDITION.equals(row.get("edition"))) {
          names.put(
              String.valueOf(row.get("kind")) + row.get("code"),
              String.valueOf(row.get("minor_zh")));
        }
      }
    }
    return names;
  }
}
