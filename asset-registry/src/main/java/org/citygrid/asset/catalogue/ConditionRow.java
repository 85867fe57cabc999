package org.citygrid.asset.catalogue;

import java.time.LocalDate;

/// A condition as the catalogue file has it.
///
/// @param ordinal its place in the file, which is the order for reading
record ConditionRow(
    String id,
    String edition,
    String kind,
    String classCode,
    int ordinal,
    String wordsZh,
    String wordsEn,
    int limitValue,
    String limitUnit,
    LocalDate validFrom,
    String source,
    String confidence) {}
