package org.citygrid.geofile;

/// A file that cannot be read as geodata. The message is one sentence for the person who sent it.
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableFile(String message) {
    super(message);
  }

  public UnreadableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
