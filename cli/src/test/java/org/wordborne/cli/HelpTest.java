package org.wordborne.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

  /// A command that nobody put under another is one that nobody can give.
  @Test
  void commands_allThatAreWritten_areReachedFromTheRoot() throws Exception {
    Set<Class<?>> reached =
        reached(WordborneCommand.line()).collect(Collectors.toUnmodifiableSet());

    assertThat(written()).hasSizeGreaterThan(100).isSubsetOf(reached);
  }

  private static Stream<Class<?>> reached(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec().userObject().getClass()),
        command.getSubcommands().values().stream().flatMap(HelpTest::reached));
  }

  private static List<Class<?>> written() throws Exception {
    Path classes =
        Path.of(WordborneCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path room = classes.resolve(WordborneCommand.class.getPackageName().replace('.', '/'));
    var written = new ArrayList<Class<?>>();
    try (var files = Files.newDirectoryStream(room, "*.class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replaceFirst("[.]class$", "");
        if (!name.equals("package-info")) {
          Class<?> type = Class.forName(WordborneCommand.class.getPackageName() + "." + name);
          Command command = type.getAnnotation(Command.class);
          if (command != null && !Modifier.isAbstract(type.getModifiers())) {
            written.add(type);
          }
        }
      }
    }
    return written;
  }
}
