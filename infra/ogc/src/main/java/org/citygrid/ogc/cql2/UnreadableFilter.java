package org.citygrid.ogc.cql2;

/// A filter that is not CQL2, or asks for what there is not. The message is for whoever wrote it.
public final class UnreadableFilter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableFilter(String message) {
    super(message, null, false, false);
  }
}
