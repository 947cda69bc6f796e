package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The help of every command says all of it: what it does, each option, exit codes, examples.
class HelpTest {
  static Stream<CommandLine> commands() {
    return withAllBelow(WordborneCommand.line());
  }

  private static Stream<CommandLine> withAllBelow(CommandLine command) {
    var below = command.getSubcommands().values().stream().flatMap(HelpTest::withAllBelow);
    return Stream.concat(Stream.of(command), below)
        .filter(one -> !one.getCommandSpec().usageMessage().hidden());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_ofEveryCommand_isComplete(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    var help = spec.usageMessage();

    assertThat(help.description()[0]).as("in one line " + spec.qualifiedName()).endsWith(".");
    assertThat(String.join(" ", help.description())).as(spec.qualifiedName()).endsWith(".");
    assertThat(Stream.of(help.description(), help.footer()).flatMap(Stream::of))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThan(100));
    assertThat(help.footer()).as("examples of " + spec.qualifiedName()).isNotEmpty();
    assertThat(String.join("\n", help.footer())).contains(spec.qualifiedName());
    assertThat(help.exitCodeList()).containsKeys("0", "1", "2");
    assertThat(spec.args())
        .filteredOn(argument -> !argument.hidden())
        .allSatisfy(
            argument ->
                assertThat(String.join(" ", argument.description()))
                    .as(spec.qualifiedName() + " " + argument.paramLabel())
                    .endsWith("."));
    assertThat(command.getUsageMessage()).contains("Exit codes:", "Examples:");
  }
}
