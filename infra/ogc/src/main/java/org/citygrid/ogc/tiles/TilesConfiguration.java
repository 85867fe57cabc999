package org.citygrid.ogc.tiles;

import java.util.Comparator;
import java.util.List;
import org.citygrid.ogc.Collections;
import org.citygrid.ogc.TileLayer;
import org.citygrid.ogc.features.Facts;
import org.citygrid.ogc.web.Answer;
import org.citygrid.ogc.web.Shell;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires what describes tiles.
@Configuration(proxyBeanMethods = false)
public class TilesConfiguration {
  @Bean
  TileSetController tileSetController(
      ObjectProvider<TileLayer> laidOut,
      Collections collections,
      Facts facts,
      Shell shell,
      Answer answer) {
    List<TileLayer> layers = laidOut.stream().sorted(Comparator.comparing(TileLayer::id)).toList();
    return new TileSetController(new TileDocuments(layers, collections, facts), shell, answer);
  }
}
