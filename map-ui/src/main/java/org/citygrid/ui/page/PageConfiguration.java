package org.citygrid.ui.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygrid.platform.identity.AccessRules;
import org.citygrid.platform.problem.NotFoundPage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {
  private static final String UNREADABLE = "the pages inside the program cannot be read";

  /// The last `static` folder of a path, which is ours wherever the program itself lies.
  private static final Pattern STATIC = Pattern.compile(".*/static/([^/]+)");

  /// Folders that open with their `index.html`.
  private static final List<String> FOLDERS =
      List.of(
          "desk",
          "unit",
          "field",
          "board",
          "board/evaluation",
          "board/schemes",
          "oversight",
          "admin",
          "admin/imports",
          "admin/grids",
          "register",
          "enquiries",
          "admin/proposals",
          "admin/calendar",
          "admin/responsibilities",
          "card",
          "workflow",
          "report");

  @Bean
  HeaderWriter contentPolicy(PageSettings settings) {
    return new ContentSecurityPolicyHeaderWriter(
        ContentPolicy.allowing(pages(), settings.basemapOrigin()));
  }

  @Bean
  WebMvcConfigurer pageAddresses() {
    return new WebMvcConfigurer() {
      @Override
      public void addViewControllers(ViewControllerRegistry registry) {
        for (String folder : FOLDERS) {
          registry.addRedirectViewController("/" + folder, "/" + folder + "/");
          registry
              .addViewController("/" + folder + "/")
              .setViewName("forward:/" + folder + "/index.html");
        }
        registry
            .addRedirectViewController("/desk/component.html", "/card/")
            .setKeepQueryParams(true);
        registry.addViewController("/c/{code:[0-9]+}").setViewName("forward:/card/index.html");
        registry
            .addViewController("/case/{number:[0-9-]+}")
            .setViewName("forward:/case/index.html");
        registry
            .addViewController("/report/{receipt:[0-9A-Z-]+}")
            .setViewName("forward:/report/status.html");
      }
    };
  }

  @Bean
  NotFoundPage notFoundPage() {
    return new NotFoundPage(read(new ClassPathResource("static/not-found/index.html")));
  }

  /// Pages hold no secrets: what they show, they ask for with the reader's own rights.
  @Bean
  AccessRules pageDoors() {
    return doors -> {
      doors.get("/").anyone().get("/favicon.ico").anyone().get("/v3/api-docs/**").anyone();
      doors.get("/webjars/**").anyone().get("/c/{code}").anyone();
      for (String name : topLevelNames()) {
        doors.get("/" + name).anyone().get("/" + name + "/**").anyone();
      }
    };
  }

  /// Files and folders that stand directly in a `static` folder of the class path.
  private static Set<String> topLevelNames() {
    Set<String> names = new TreeSet<>();
    for (Resource file : staticFiles("**/*.*")) {
      Matcher path = STATIC.matcher(pathOf(file));
      if (path.find()) {
        names.add(path.group(1));
      }
    }
    return names;
  }

  private static List<String> pages() {
    return staticFiles("**/*.html").stream().map(PageConfiguration::read).toList();
  }

  private static List<Resource> staticFiles(String pattern) {
    try {
      return List.of(
          new PathMatchingResourcePatternResolver().getResources("classpath*:/static/" + pattern));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(UNREADABLE, unreadable);
    }
  }

  private static String pathOf(Resource file) {
    try {
      return file.getURL().getPath();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(UNREADABLE, unreadable);
    }
  }

  private static String read(Resource page) {
    try {
      return page.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(UNREADABLE, unreadable);
    }
  }
}
