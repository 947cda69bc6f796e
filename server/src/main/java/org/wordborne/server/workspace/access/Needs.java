package org.wordborne.server.workspace.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What one must be allowed to reach a controller method; at the class only where all its methods
/// agree. A method without it, or [Open], is reached by nobody.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
  /// The permission.
  Permission value();
}
