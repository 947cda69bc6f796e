package org.wordborne.cli;

import java.util.List;
import org.wordborne.effect.Check;
import picocli.CommandLine.Model.CommandSpec;

/// Says of each thing that was looked at whether it holds: in words on standard error, as JSON on
/// standard output.
final class EffectChecks {
  private static final int FAILS = 2;

  private EffectChecks() {}

  /// Returns the exit code: 0 if all hold, else 2.
  static int print(CommandSpec spec, List<Check> checks) {
    var err = spec.commandLine().getErr();
    for (var check : checks) {
      err.printf("%-8s %s   %s%n", check.name(), check.holds() ? "holds" : "fails", check.text());
    }
    err.flush();
    var out = spec.commandLine().getOut();
    out.println(json(checks));
    out.flush();
    return checks.stream().allMatch(Check::holds) ? 0 : FAILS;
  }

  private static String json(List<Check> checks) {
    return EffectJson.object(
        json -> {
          json.writeBooleanProperty("valid", checks.stream().allMatch(Check::holds));
          json.writeArrayPropertyStart("checks");
          for (var check : checks) {
            json.writeStartObject();
            json.writeStringProperty("name", check.name());
            json.writeBooleanProperty("holds", check.holds());
            json.writeStringProperty("text", check.text());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
