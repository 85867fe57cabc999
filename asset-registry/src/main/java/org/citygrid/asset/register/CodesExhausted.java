package org.citygrid.asset.register;

import org.citygrid.asset.ClassCode;

/// A county has given out every number of a class; it must name a further block.
public final class CodesExhausted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CodesExhausted(String county, ClassCode classCode) {
    super(
        "county %s has no component numbers left in class %s: add a row to asset.code_block"
            .formatted(county, classCode));
  }
}
