package org.citygrid.ui.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The system's own Chromium, driven by Playwright, with one person's window in it.
final class Browser implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// For machines with two busy cores; how fast things must be is measured elsewhere.
  private static final double PATIENCE_MILLIS = 20_000;

  /// Latitude and longitude of a street in Dali.
  private static final double[] SOMEWHERE = {23.105, 113.1};

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final BrowserContext person;
  private final List<String> complaints = new ArrayList<>();

  private Browser(URI address, int width, int height, double[] place) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(installed()).setArgs(QUIET));
    person =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setPermissions(List.of("geolocation"))
                .setGeolocation(place[0], place[1]));
    person.setDefaultTimeout(PATIENCE_MILLIS);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  static Browser atADesk(URI address) {
    return new Browser(address, 1366, 768, SOMEWHERE);
  }

  static Browser onAPhone(URI address) {
    return onAPhone(address, SOMEWHERE);
  }

  /// @param place latitude, longitude of whoever holds the phone
  static Browser onAPhone(URI address, double[] place) {
    return new Browser(address, 360, 740, place);
  }

  /// Opens a page and listens for failures of its scripts.
  Page open(String path) {
    Page page = person.newPage();
    page.onPageError(complaints::add);
    page.navigate(path);
    return page;
  }

  /// Script failures of all pages so far.
  List<String> complaints() {
    return complaints;
  }

  /// How much of a picture is not its commonest colour, 0 to 1: an empty map is nearly 0.
  static double drawnPartOf(byte[] png) throws IOException {
    var picture = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> colours = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        colours.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    int ground = colours.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    return 1 - ground / (double) (picture.getWidth() * picture.getHeight());
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path installed() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("No Chromium found: ./citygrid test installs one."));
  }
}
