package org.citygrid.asset;

import static org.citygrid.platform.identity.Role.ADMINISTRATOR;
import static org.citygrid.platform.identity.Role.COLLECTOR;
import static org.citygrid.platform.identity.Role.DEPARTMENT;
import static org.citygrid.platform.identity.Role.DISPATCHER;
import static org.citygrid.platform.identity.Role.EVALUATOR;
import static org.citygrid.platform.identity.Role.INSPECTOR;
import static org.citygrid.platform.identity.Role.SHIFT_LEADER;

import org.citygrid.platform.identity.AccessRules;
import org.citygrid.platform.schema.ModuleSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Everything the register needs in a process: importing this one class is enough.
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(AssetSettings.class)
public class AssetConfiguration {
  @Bean
  ModuleSchema assetSchema() {
    return new ModuleSchema("asset");
  }

  /// Components are public things: where they are and whose they are is no secret. Changing them is
  /// the administrator's.
  @Bean
  AccessRules assetAccess() {
    return rules ->
        rules
            .post("/api/components/import")
            .only(ADMINISTRATOR)
            .post("/api/imports/**")
            .only(ADMINISTRATOR)
            .get("/api/imports/**")
            .only(ADMINISTRATOR)
            .post("/api/census")
            .only(ADMINISTRATOR)
            .get("/api/census/**")
            .only(ADMINISTRATOR, SHIFT_LEADER, DISPATCHER, EVALUATOR, INSPECTOR)
            .post("/api/components")
            .only(ADMINISTRATOR)
            .patch("/api/components/{code}")
            .only(ADMINISTRATOR)
            .post("/api/components/{code}/retire")
            .only(ADMINISTRATOR)
            .post("/api/component-proposals")
            .only(COLLECTOR, DEPARTMENT, ADMINISTRATOR)
            .get("/api/component-proposals/**")
            .only(COLLECTOR, DEPARTMENT, ADMINISTRATOR)
            .post("/api/component-proposals/{id}/accept")
            .only(ADMINISTRATOR)
            .post("/api/component-proposals/{id}/reject")
            .only(ADMINISTRATOR)
            .get("/api/components")
            .anyone()
            .get("/api/classes/**")
            .anyone()
            .get("/api/components/**")
            .anyone()
            .get("/tiles/components/**")
            .anyone();
  }
}
