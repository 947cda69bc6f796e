package org.wordborne.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program: finds the command, runs it, turns what went wrong into one line and an exit code.
///
/// Exit codes: 0 done, 2 bad usage or bad input with one line on standard error, 1 a fault of
/// ours.
@Command(
    name = "wordborne",
    description = "Hear what people say about you, and answer them.",
    footer = {
      "  wordborne demo                       a living town, nothing to set up",
      "  wordborne serve                      your own server",
      "  wordborne import posts.jsonl         posts from a file",
      "  wordborne search 'lantern AND is:question'",
      "",
      "wordborne COMMAND --help says more of each; docs/commands.md has all of it."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ResumeCommand.class,
      UpgradeCommand.class,
      RollbackCommand.class,
      SchemaCommand.class,
      MigrateCommand.class,
      DatabaseCommand.class,
      DoctorCommand.class,
      UserCommand.class,
      OidcCommand.class,
      TextCommand.class,
      TokenCommand.class,
      AuditCommand.class,
      PublishCommand.class,
      RightsCommand.class,
      ReplyCommand.class,
      ResultCommand.class,
      ThankCommand.class,
      FeedCommand.class,
      QueryCommand.class,
      NetworkCommand.class,
      SpreadCommand.class,
      EffectCommand.class,
      TrainCommand.class,
      TownCommand.class,
      ImportCommand.class,
      SearchCommand.class,
      ExportCommand.class,
      SourceCommand.class,
      TopicCommand.class,
      MailCommand.class,
      HookCommand.class,
      LinkCommand.class,
      WatchCommand.class,
      AlarmCommand.class,
      CrisisCommand.class,
      CampaignCommand.class,
      ContestCommand.class,
      PrivacyCommand.class,
      PackCommand.class,
      StrategyCommand.class,
      WishCommand.class,
      AuctionCommand.class,
      BenchCommand.class,
    })
public final class WordborneCommand extends CommandGroup {
  private static final int BAD_INPUT = 2;
  private static final int OUR_FAULT = 1;

  /// Runs the command that `args` name and ends the JVM with its exit code.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs the command that `args` name and returns its exit code.
  public static int run(String... args) {
    return line().execute(args);
  }

  /// All commands.
  static CommandLine line() {
    var line = new CommandLine(new WordborneCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(ZoneId.class, WordborneCommand::zone);
    line.setParameterExceptionHandler(WordborneCommand::misused);
    line.setExecutionExceptionHandler(WordborneCommand::failed);
    HelpTexts.complete(line);
    return line;
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new TypeConversionException("'" + name + "' is no time zone, as Europe/Berlin is one");
    }
  }

  private static int misused(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    say(command.getErr(), plain(wrong) + "; see: " + name(command) + " --help");
    return BAD_INPUT;
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static String plain(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String word = unmatched.getUnmatched().getFirst();
      var group = unmatched.getCommandLine().getCommandSpec();
      return group.subcommands().isEmpty()
          ? "'" + word + "' is one word too many"
          : "there is no command '" + word + "'; there are: " + names(group);
    }
    return FaultLine.first(wrong.getMessage());
  }

  private static int failed(Exception fault, CommandLine command, ParseResult parsed) {
    String line = FaultLine.of(fault);
    if (line != null) {
      say(command.getErr(), line);
      return BAD_INPUT;
    }
    say(command.getErr(), "unexpected: " + fault);
    fault.printStackTrace(command.getErr());
    return OUR_FAULT;
  }

  private static void say(PrintWriter err, String line) {
    err.println("wordborne: " + line);
    err.flush();
  }
}
