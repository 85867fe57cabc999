package org.citygrid.platform.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.citygrid.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The gate before every door: recognises the caller, asks the access table, answers in problems.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  @Bean
  AccessTable accessTable(List<AccessRules> modules) {
    return AccessTable.of(modules);
  }

  @Bean
  SecurityFilterChain gate(
      HttpSecurity http,
      AccessTable table,
      AccessKeys keys,
      ProblemWriter problems,
      List<HeaderWriter> headers) {
    return http.csrf(AbstractHttpConfigurer::disable) // SameOriginFilter does this work
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .headers(h -> {
          h.referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN));
          h.frameOptions(Customizer.withDefaults());
          // Controllers and static files say for themselves what may be kept.
          h.cacheControl(c -> c.disable());
          headers.forEach(h::addHeaderWriter);
        })
        .addFilterBefore(new AccessKeyFilter(keys, problems), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new SameOriginFilter(problems), AccessKeyFilter.class)
        .authorizeHttpRequests(a ->
            a.dispatcherTypeMatchers(
                    DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access((caller, context) ->
                    new AuthorizationDecision(
                        table
                            .find(context.getRequest())
                            .filter(rule -> rule.admits().test(actorOf(caller.get())))
                            .isPresent())))
        .exceptionHandling(e ->
            e.authenticationEntryPoint((request, response, refused) ->
                    problems.write(request, response, refusal(table, request)))
                .accessDeniedHandler((request, response, refused) ->
                    problems.write(request, response, refusal(table, request))))
        .build();
  }

  /// Every request is observed as a whole; observing each of the gate's filters besides cost more
  /// than the filters.
  @Bean
  SecurityObservationSettings gateIsNotObserved() {
    return SecurityObservationSettings.noObservations();
  }

  /// Keeps Boot from inventing a user with a generated password.
  @Bean
  AuthenticationManager noOtherSignIn() {
    return authentication -> {
      throw new org.springframework.security.authentication.BadCredentialsException("not used");
    };
  }

  /// A door that does not exist and one that is not for the caller look alike to strangers.
  private static Problem refusal(AccessTable table, HttpServletRequest request) {
    boolean stranger = actorOf(SecurityContextHolder.getContext().getAuthentication()) == null;
    if (table.find(request).isEmpty()) {
      return Problem.notFound();
    }
    return stranger ? Problem.unauthenticated() : Problem.forbidden();
  }

  private static @Nullable Actor actorOf(@Nullable Authentication caller) {
    return caller != null && caller.getPrincipal() instanceof Actor actor ? actor : null;
  }
}
