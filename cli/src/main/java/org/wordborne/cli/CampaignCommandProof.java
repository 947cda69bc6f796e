package org.wordborne.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "proof",
    description = {
      "Prints the proof of a draw, which `wordborne effect draw verify` or draw-verify.py runs"
          + " again.",
      "Above 10,000 entries the list is a file of its own: name one by --entries."
    },
    footer = {
      "  wordborne campaign proof \"Oat Week\" > oat-week.proof",
      "  wordborne campaign proof \"Oat Week\" --entries oat-week.entries > oat-week.proof"
    },
    exitCodeList = {
      "0:Printed.",
      "2:There is none, as before the draw: one line on standard error says why.",
      "1:A fault of ours."
    },
    mixinStandardHelpOptions = true)
final class CampaignCommandProof extends CampaignCommandDraw.OfCampaign {
  @Option(
      names = "--entries",
      paramLabel = "FILE",
      description = "Writes the sealed list there, too.")
  @Nullable Path entries;

  @Override
  void run(ServerConnection server) {
    JsonNode campaign = campaign(server);
    try (InputStream proof = server.stream(path(campaign) + "/proof")) {
      proof.transferTo(System.out);
      System.out.flush();
      Path file = entries;
      if (file != null) {
        try (InputStream list = server.stream(path(campaign) + "/entries")) {
          Files.write(file, list.readAllBytes());
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
