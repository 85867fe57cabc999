package org.citygrid.ui.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What our pages may load: only our own files, and the one inline script that cannot be a file,
/// the import map, admitted by its hash (CSP Level 3, `script-src` hash sources).
final class ContentPolicy {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private ContentPolicy() {}

  /// @param pages the HTML of every page
  /// @param basemap origin of the tile server, such as `https://tiles.example`, or empty
  static String allowing(Collection<String> pages, String basemap) {
    String scripts =
        new TreeSet<>(
                pages.stream()
                    .flatMap(page -> IMPORT_MAP.matcher(page).results())
                    .map(found -> hash(found.group(1)))
                    .toList())
            .stream().map(hash -> " 'sha256-" + hash + "'").collect(Collectors.joining());
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self'" + scripts,
        "style-src 'self'",
        ("img-src 'self' data: blob: " + basemap).strip(),
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private static String hash(String script) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
