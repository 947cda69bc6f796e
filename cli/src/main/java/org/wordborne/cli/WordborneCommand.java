package org.wordborne.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program: finds the command, runs it, turns what went wrong into one line and an exit code.
///
/// Exit codes: 0 done, 2 bad usage or bad input with one line on standard error, 1 a fault of
/// ours.
@Command(
    name = "wordborne",
    description = "Hear what people say about you, and answer them.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = {
      DemoCommand.class,
      EffectCommand.class,
      ServeCommand.class,
      UserCommand.class,
      TextCommand.class,
      TokenCommand.class,
      ReplyCommand.class,
      ThankCommand.class,
      FeedCommand.class,
      QueryCommand.class,
      NetworkCommand.class,
      SpreadCommand.class,
      TrainCommand.class,
      TownCommand.class,
      ImportCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      SourceCommand.class,
      TopicCommand.class,
    })
public final class WordborneCommand implements Runnable {
  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 1;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /// Runs the command that `args` name and ends the JVM with its exit code.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs the command that `args` name and returns its exit code.
  public static int run(String... args) {
    var line = new CommandLine(new WordborneCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(WordborneCommand::misused);
    line.setExecutionExceptionHandler(WordborneCommand::failed);
    return line.execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }

  private static int misused(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    say(
        command.getErr(),
        firstLine(wrong.getMessage())
            + "; see: "
            + command.getCommandSpec().qualifiedName()
            + " --help");
    return BAD_INPUT;
  }

  private static int failed(Exception fault, CommandLine command, ParseResult parsed) {
    if (isOfTheCaller(fault)) {
      say(command.getErr(), firstLine(fault.getMessage()));
      return BAD_INPUT;
    }
    say(command.getErr(), "unexpected: " + fault);
    fault.printStackTrace(command.getErr());
    return OUR_FAULT;
  }

  /* StartException is named by its name, so that engine commands never load the server. */
  private static boolean isOfTheCaller(Exception fault) {
    return fault instanceof CommandException
        || fault.getClass().getName().equals("org.wordborne.server.StartException");
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static void say(PrintWriter err, String line) {
    err.println("wordborne: " + line);
    err.flush();
  }
}
