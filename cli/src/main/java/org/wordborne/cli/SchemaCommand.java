package org.wordborne.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.wordborne.server.workspace.database.Compatibility;
import org.wordborne.server.workspace.database.Compatibility.Step;
import picocli.CommandLine.Command;

/// What this version's tables are, for the upgrade that asks it.
@Command(name = "schema", hidden = true, mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    List<Step> steps = Compatibility.ofProgram();
    Lines.print(
        "schema", Compatibility.schema(steps),
        "compatibleFrom", Compatibility.compatibleFrom(steps));
    return 0;
  }
}
