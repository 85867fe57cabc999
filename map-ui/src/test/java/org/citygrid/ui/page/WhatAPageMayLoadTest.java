package org.citygrid.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WhatAPageMayLoadTest {
  @Test
  void its_import_map_is_admitted_by_its_hash() {
    String page = "<head><script type=\"importmap\">{}</script></head>";

    // printf '{}' | openssl dgst -sha256 -binary | base64
    assertThat(ContentPolicy.allowing(List.of(page, page), ""))
        .contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=';");
  }

  @Test
  void no_other_inline_script_or_style_runs() {
    String policy = ContentPolicy.allowing(List.of("<script>alert(1)</script>"), "");

    assertThat(policy)
        .contains("script-src 'self';", "style-src 'self';", "object-src 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void pictures_may_come_from_the_basemap_that_the_administrator_set() {
    PageSettings settings = new PageSettings("https://tiles.example:8443/{z}/{x}/{y}.png");

    assertThat(ContentPolicy.allowing(List.of(), settings.basemapOrigin()))
        .contains("img-src 'self' data: blob: https://tiles.example:8443;");
  }
}
