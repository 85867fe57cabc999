package org.citygrid.asset.catalogue;

import java.time.LocalDate;

/// A class as the catalogue file has it.
record ClassRow(
    String edition,
    String kind,
    String code,
    String majorZh,
    String majorEn,
    String nameZh,
    String nameEn,
    LocalDate validFrom,
    String source,
    String confidence) {}
