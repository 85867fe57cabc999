package org.citygrid.ui.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citygrid.platform.identity.AccessRules;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class PageConfiguration {
  /// Folders that open with their `index.html`.
  private static final List<String> FOLDERS =
      List.of("desk", "unit", "field", "board", "admin", "report");

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
            .addViewController("/report/{receipt:[0-9A-Z-]+}")
            .setViewName("forward:/report/status.html");
      }
    };
  }

  /// Pages hold no secrets: what they show, they ask for with the reader's own rights.
  // spotless:off  one door a line
  @Bean
  AccessRules pageDoors() {
    return doors ->
        doors
            .get("/").anyone()
            .get("/index.html").anyone()
            .get("/favicon.ico").anyone()
            .get("/v3/api-docs/**").anyone()
            .get("/favicon.svg").anyone()
            .get("/{folder:desk|unit|field|board|admin|report|styles|lib|map|panel|phone|webjars|icons|schemas}").anyone()
            .get("/{folder:desk|unit|field|board|admin|report|styles|lib|map|panel|phone|webjars|icons|schemas}/**").anyone();
  }
  // spotless:on

  private static List<String> pages() {
    try {
      List<String> pages = new ArrayList<>();
      for (Resource page :
          new PathMatchingResourcePatternResolver().getResources("classpath*:/static/**/*.html")) {
        pages.add(page.getContentAsString(StandardCharsets.UTF_8));
      }
      return pages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the pages inside the program cannot be read", unreadable);
    }
  }
}
