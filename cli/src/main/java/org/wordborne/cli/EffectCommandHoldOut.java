package org.wordborne.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wordborne.effect.HoldOut;
import org.wordborne.effect.HoldOut.Arm;
import org.wordborne.effect.LiftSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What difference it made to people of whom some were left out by chance.
@Command(
    name = "holdout",
    description = {
      "Compares people who were reached with people left out by chance.",
      "A row a person. Prints what `effect lift` prints: difference in means, p by all ways to",
      "choose, interval by bootstrap over clusters."
    },
    footer = "  wordborne effect holdout people.csv --value words --arm arm --cluster tree",
    mixinStandardHelpOptions = true)
final class EffectCommandHoldOut implements Callable<Integer> {
  private static final Set<String> REACHED = Set.of("1", "true", "reached", "treated", "seeded");
  private static final Set<String> HELD = Set.of("0", "false", "held", "control", "holdout");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "CSV with a header, may be gzipped; - for input.")
  private String file = "-";

  @Option(
      names = "--value",
      required = true,
      paramLabel = "C",
      description = "Column of the value.")
  private String value = "";

  @Option(
      names = "--arm",
      required = true,
      paramLabel = "C",
      description = "Column that says reached or held (also 1 or 0, true or false).")
  private String arm = "";

  @Option(names = "--before", paramLabel = "C", description = "Column of the value before.")
  private String before = "";

  @Option(
      names = "--cluster",
      paramLabel = "C",
      description = "Column that names who talks with whom; each name is on one side only.")
  private String cluster = "";

  @Option(names = "--level", description = "Level of the interval (${DEFAULT-VALUE}).")
  private double level = .95;

  private final Map<String, Integer> clusters = new HashMap<>();
  private final Map<String, Boolean> sides = new HashMap<>();

  /* One side while it is read. */
  private record Side(List<Double> values, List<Double> before, List<Double> clusters) {
    Side() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Arm arm(boolean hasBefore, boolean hasClusters) {
      var arm = Arm.of(array(values));
      arm = hasBefore ? arm.withBefore(array(before)) : arm;
      return hasClusters
          ? arm.withClusters(clusters.stream().mapToInt(Double::intValue).toArray())
          : arm;
    }

    private static double[] array(List<Double> all) {
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  @Override
  public Integer call() throws IOException {
    var table = EffectTable.read(file);
    var reached = new Side();
    var held = new Side();
    for (int row = 0; row < table.size(); row++) {
      if (!table.isEmpty(row)) {
        boolean isReached = isReached(table, row);
        read(table, row, isReached ? reached : held, isReached);
      }
    }
    if (reached.values().isEmpty() || held.values().isEmpty()) {
      throw new CommandException(
          "%s: %d people were reached and %d held out; both sides are needed"
              .formatted(file, reached.values().size(), held.values().size()));
    }
    boolean hasBefore = !before.isEmpty();
    boolean hasClusters = !cluster.isEmpty();
    var out = spec.commandLine().getOut();
    out.println(
        EffectJson.effect(
            HoldOut.of(
                reached.arm(hasBefore, hasClusters), held.arm(hasBefore, hasClusters), settings()),
            false));
    out.flush();
    return 0;
  }

  private LiftSettings settings() {
    try {
      return LiftSettings.usual().withLevel(level);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException("--" + wrong.getMessage());
    }
  }

  private boolean isReached(EffectTable table, int row) {
    var said = table.text(row, table.column(arm)).toLowerCase(java.util.Locale.ROOT);
    if (!REACHED.contains(said) && !HELD.contains(said)) {
      throw table.wrong(row, arm + " '" + said + "' must be reached or held (or 1 or 0)");
    }
    return REACHED.contains(said);
  }

  private void read(EffectTable table, int row, Side side, boolean isReached) {
    side.values().add(table.number(row, table.column(value)));
    if (!before.isEmpty()) {
      side.before().add(table.number(row, table.column(before)));
    }
    if (!cluster.isEmpty()) {
      var name = table.text(row, table.column(cluster));
      var other = sides.put(name, isReached);
      if (other != null && other != isReached) {
        throw table.wrong(row, cluster + " '" + name + "' is on both sides; chance chose it once");
      }
      side.clusters().add((double) clusters.computeIfAbsent(name, _ -> clusters.size()));
    }
  }
}
