package org.citygrid.intake.photo;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/// Listens to a decoder that would rather show a grey half than complain. Only missing or corrupt
/// pixels count: remarks on profiles, headers and stray bytes between segments do not spoil a
/// picture.
final class Damage implements IIOReadWarningListener {
  private @Nullable String found;

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    String words = warning.toLowerCase(Locale.ROOT);
    boolean missing = words.contains("premature end") || words.contains("truncated");
    boolean corrupt = words.contains("corrupt") && !words.contains("extraneous bytes");
    if (missing || corrupt) {
      found = warning;
    }
  }

  void throwIfAny() throws IOException {
    if (found != null) {
      throw new IOException(found);
    }
  }
}
