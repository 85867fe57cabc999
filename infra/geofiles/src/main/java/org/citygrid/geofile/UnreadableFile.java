package org.citygrid.geofile;

import org.jspecify.annotations.Nullable;

/// A file that cannot be read as geodata. The message is one sentence for the person who sent it.
public final class UnreadableFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String setting;

  public UnreadableFile(String message) {
    super(message);
    setting = null;
  }

  public UnreadableFile(String message, Throwable cause) {
    super(message, cause);
    setting = null;
  }

  private UnreadableFile(String setting, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.setting = setting;
  }

  /// Another setting would help: `crs`, `encoding`, `layer`, `delimiter` or `mapping`.
  public static UnreadableFile because(String setting, String message, @Nullable Throwable cause) {
    return new UnreadableFile(setting, message, cause);
  }

  /// Which setting is wrong or missing; null when it is the file.
  public @Nullable String setting() {
    return setting;
  }
}
