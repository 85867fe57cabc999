package org.citygrid.asset.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An attribute of a class as the catalogue file has it.
@SuppressWarnings("ArrayRecordComponent") // on its way to an array column; never compared
record AttributeRow(
    String edition,
    String classCode,
    String name,
    int ordinal,
    String nameZh,
    String nameEn,
    String type,
    String[] units,
    @Nullable BigDecimal least,
    @Nullable BigDecimal greatest,
    String[] choices,
    String source) {}
