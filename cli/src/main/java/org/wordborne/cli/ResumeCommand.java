package org.wordborne.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "resume",
    description = {
      "Lets a restored server send again: answers, posts, letters, webhooks and draws that are due.",
      "Look before at what waits: what the old server sent after the backup would be sent twice.",
      "Prints {\"sending\":true}."
    },
    footer = {"  wordborne resume", "  wordborne resume --data /srv/words"},
    mixinStandardHelpOptions = true)
final class ResumeCommand extends ServerCommand {
  @Override
  void run(ServerConnection server) {
    server.post("/server/resume", Map.of());
    Lines.print("sending", true);
  }
}
