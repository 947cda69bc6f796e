package org.wordborne.server.campaign.draw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.DrawException;
import org.wordborne.server.workspace.OperatorFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A beacon's chain as JSON: in the operator's file, and beside the seal that pins it.
final class Chains {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Chains() {}

  /// Reads an operator's file.
  ///
  /// @throws IllegalStateException naming the file and what is wrong with it
  static BeaconChain file(Path file) {
    try {
      return read(OperatorFile.text(file)).checked();
    } catch (IOException | JacksonException | DrawException wrong) {
      throw new IllegalStateException(file + ": no chain of a beacon: " + wrong.getMessage());
    }
  }

  static BeaconChain read(String json) {
    JsonNode chain = JSON.readTree(json);
    var relays = new ArrayList<String>();
    chain.path("relays").forEach(relay -> relays.add(relay.asString("")));
    return new BeaconChain(
        chain.path("name").asString(""),
        chain.path("hash").asString(""),
        chain.path("publicKey").asString(""),
        chain.path("genesis").asLong(0),
        chain.path("period").asInt(0),
        chain.path("scheme").asString(""),
        relays);
  }

  static String write(BeaconChain chain) {
    return JSON.writeValueAsString(chain);
  }

  static List<String> texts(String json) {
    return List.of(JSON.readValue(json, String[].class));
  }

  static String texts(List<String> texts) {
    return JSON.writeValueAsString(texts);
  }
}
