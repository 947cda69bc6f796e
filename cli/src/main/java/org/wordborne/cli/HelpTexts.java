package org.wordborne.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/// What the help of every command ends in: examples, and what its exit codes mean.
final class HelpTexts {
  private static final int WIDTH = 100;
  private static final Map<String, String> CODES = codes();

  private HelpTexts() {}

  private static Map<String, String> codes() {
    var codes = new LinkedHashMap<String, String>();
    codes.put("0", "Done.");
    codes.put("2", "Bad usage or bad input: one line on standard error says what and where.");
    codes.put("1", "A fault of ours.");
    return codes;
  }

  /// Completes the help of a command and of all below it.
  static void complete(CommandLine command) {
    var help = command.getCommandSpec().usageMessage();
    help.width(WIDTH);
    help.exitCodeListHeading("%nExit codes:%n");
    if (help.exitCodeList().isEmpty()) {
      help.exitCodeList(CODES);
    }
    help.footerHeading("%nExamples:%n");
    command.getSubcommands().values().forEach(HelpTexts::complete);
  }
}
