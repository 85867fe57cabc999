package org.citygrid.platform.role;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/// Creates the bean only in a process that plays this role: `citygrid.roles` is empty (all roles)
/// or names it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(OnRoleCondition.class)
public @interface OnRole {
  /// One of `intake`, `dispatch`, `registry`, `grid`, `relay`, `web`.
  String value();
}
