package org.citygrid.ui.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// GDAL opens the running town by its address alone, as QGIS does.
@RunningTown
class OpeningTheTownInAGisIT {
  @Autowired private Town town;
  @TempDir private Path folder;

  private String address = "";

  @BeforeEach
  void gdal() throws Exception {
    assumeThat(isInstalled("ogr2ogr"))
        .as("ogr2ogr is not installed: this is not tried here")
        .isTrue();
    address = "OAPIF:" + town.open() + "/ogc";
  }

  @Test
  void the_layers_are_listed() throws Exception {
    assertThat(run("ogrinfo", address)).contains("components", "cells", "grids", "divisions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"grids", "cells", "divisions", "components"})
  void every_feature_arrives(String collection) throws Exception {
    long matched =
        town.get("", "/ogc/collections/" + collection + "/items?limit=1")
            .body()
            .path("numberMatched")
            .asLong();
    String file = folder.resolve(collection + ".gpkg").toString();

    run("ogr2ogr", "-f", "GPKG", file, address, collection);

    assertThat(matched).isPositive();
    assertThat(run("ogrinfo", "-so", file, collection)).contains("Feature Count: " + matched);
  }

  @Test
  void attributes_and_places_are_the_registers() throws Exception {
    var first =
        town.get("", "/ogc/collections/components/items?limit=1").body().path("features").path(0);
    String code = first.path("id").asString();

    String seen =
        run("ogrinfo", "-al", "-q", "-where", "code = '" + code + "'", address, "components");

    assertThat(seen)
        .contains("classCode (String) = " + first.at("/properties/classCode").asString())
        .contains("ownerUnit (String) = " + first.at("/properties/ownerUnit").asString())
        .contains("POINT (" + first.at("/geometry/coordinates/0").asString().substring(0, 7));
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return List.of(path.split(File.pathSeparator)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process running = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    String said = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    return said;
  }
}
