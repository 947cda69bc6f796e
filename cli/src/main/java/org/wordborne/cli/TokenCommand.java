package org.wordborne.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "token", description = "Tokens for programs.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new CommandException("token is not there yet");
  }
}
