package org.wordborne.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "user",
    description = "Accounts of those who work here.",
    mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException("user is not there yet");
  }
}
