package org.citygrid.platform.role;

import java.util.Arrays;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

final class OnRoleCondition implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String role = metadata.getAnnotations().get(OnRole.class).getString("value");
    return plays(context.getEnvironment().getProperty("citygrid.roles", ""), role);
  }

  static boolean plays(String played, String role) {
    return played.isBlank()
        || Arrays.stream(played.split(",")).map(String::strip).anyMatch(role::equals);
  }
}
