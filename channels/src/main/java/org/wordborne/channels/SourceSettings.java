package org.wordborne.channels;

import java.util.Map;
import org.wordborne.wire.Secret;

/// What a person entered to connect one source.
///
/// @param values plain fields by name, as [ChannelProfile#needs] lists them
/// @param secrets secret fields by name
public record SourceSettings(Map<String, String> values, Map<String, Secret> secrets) {
  /// Copies the maps.
  public SourceSettings {
    values = Map.copyOf(values);
    secrets = Map.copyOf(secrets);
  }

  /// The field's value, or "".
  public String value(String name) {
    return values.getOrDefault(name, "");
  }

  /// The field's secret, or an empty one.
  public Secret secret(String name) {
    return secrets.getOrDefault(name, Secret.of(""));
  }
}
