package org.citygrid.platform.schema;

/// Declares that a module owns the PostgreSQL schema of this name, with its migrations under
/// `classpath:db/<name>`.
public record ModuleSchema(String name) {
  public ModuleSchema {
    if (!name.matches("[a-z]+")) {
      throw new IllegalArgumentException("schema name must be lower-case letters: " + name);
    }
  }
}
