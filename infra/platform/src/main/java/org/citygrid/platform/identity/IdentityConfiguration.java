package org.citygrid.platform.identity;

import java.util.List;
import org.citygrid.platform.problem.NotFoundPage;
import org.citygrid.platform.schema.ModuleSchema;
import org.citygrid.platform.setting.CityGridSettings;
import org.citygrid.platform.setting.TownClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
  @Bean
  ModuleSchema platformSchema() {
    return new ModuleSchema("platform");
  }

  @Bean
  PasswordEncoder passwords() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  AccountTable accounts(JdbcClient jdbc) {
    return new AccountTable(jdbc);
  }

  @Bean
  UnitTable units(JdbcClient jdbc) {
    return new UnitTable(jdbc);
  }

  @Bean
  AccessKeys accessKeys(JdbcClient jdbc, AccountTable accounts, TownClock clock) {
    return new AccessKeys(jdbc, accounts, clock);
  }

  @Bean
  Audit audit(JdbcClient jdbc, TownClock clock) {
    return new Audit(jdbc, clock);
  }

  @Bean
  SignIn signIn(AccountTable accounts, PasswordEncoder passwords, Audit audit) {
    return new SignIn(accounts, passwords, audit);
  }

  @Bean
  SessionController sessionController(
      SignIn signIn, AccessKeys keys, Units units, CityGridSettings settings) {
    return new SessionController(signIn, keys, units, settings);
  }

  @Bean
  UserController userController(
      AccountTable accounts, Units units, PasswordEncoder passwords, Audit audit) {
    return new UserController(accounts, units, passwords, audit);
  }

  @Bean
  UnitController unitController(UnitTable units) {
    return new UnitController(units);
  }

  @Bean
  FirstAdministrator firstAdministrator(
      AccountTable accounts,
      PasswordEncoder passwords,
      @Value("${citygrid.admin.password:#{null}}") @Nullable String password) {
    return new FirstAdministrator(accounts, passwords, password);
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json, ObjectProvider<NotFoundPage> page) {
    return new ProblemWriter(json, page.getIfAvailable());
  }

  // spotless:off  one door a line
  @Bean
  AccessRules identityDoors() {
    return doors ->
        doors
            .post("/api/session").anyone()
            .get("/api/session").signedIn()
            .delete("/api/session").anyone()
            .post("/api/tokens").anyone()
            .delete("/api/tokens/{id}").signedIn()
            .get("/api/units").signedIn()
            .post("/api/units").only(Role.ADMINISTRATOR)
            .post("/api/units/import").only(Role.ADMINISTRATOR)
            .get("/api/users").only(Role.ADMINISTRATOR)
            .post("/api/users").only(Role.ADMINISTRATOR)
            .post("/api/users/import").only(Role.ADMINISTRATOR)
            .put("/api/users/{userName}").only(Role.ADMINISTRATOR)
            .get("/actuator/health/**").anyone()
            .get("/actuator/prometheus").only(Role.ADMINISTRATOR);
  }
  // spotless:on

  @Bean
  WebMvcConfigurer actorArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
      }
    };
  }
}
