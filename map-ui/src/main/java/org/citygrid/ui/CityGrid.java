package org.citygrid.ui;

import org.citygrid.asset.AssetConfiguration;
import org.citygrid.dispatch.DispatchConfiguration;
import org.citygrid.grid.GridConfiguration;
import org.citygrid.intake.IntakeConfiguration;
import org.citygrid.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// Runs CityGrid: all rooms in one process, or those that `citygrid.roles` names.
@SpringBootApplication(proxyBeanMethods = false)
@Import({
  PlatformConfiguration.class,
  GridConfiguration.class,
  AssetConfiguration.class,
  IntakeConfiguration.class,
  DispatchConfiguration.class
})
public class CityGrid {
  public static void main(String[] arguments) {
    SpringApplication.run(CityGrid.class, arguments);
  }
}
