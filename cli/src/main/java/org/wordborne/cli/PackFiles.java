package org.wordborne.cli;

import java.io.IOException;
import java.util.Map;
import org.wordborne.server.campaign.pack.Facts;
import org.wordborne.server.campaign.pack.Pack;
import org.wordborne.server.campaign.pack.PackException;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files that `pack` commands take; what is wrong in one is said with its name.
final class PackFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PackFiles() {}

  static Pack pack(String file) throws IOException {
    try {
      return Pack.read(json(file));
    } catch (PackException wrong) {
      throw new CommandException(file + ": " + wrong.getMessage());
    }
  }

  static Facts facts(String file) throws IOException {
    try {
      return Facts.read(json(file));
    } catch (PackException wrong) {
      throw new CommandException(file + ": " + wrong.getMessage());
    }
  }

  private static JsonNode json(String file) throws IOException {
    try {
      return JSON.readTree(DrawFiles.text(file));
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      throw new CommandException(
          file + ", line " + at.getLineNr() + ": " + broken.getOriginalMessage());
    }
  }

  /// An amount as the API takes it.
  static Map<String, Object> money(String text) {
    try {
      Money money = Money.of(text);
      return Map.of("minor", money.minor(), "currency", money.currency());
    } catch (BadInputException wrong) {
      throw new CommandException("'" + text + "' is no amount: " + wrong.getMessage());
    }
  }
}
