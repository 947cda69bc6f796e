package org.wordborne.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Prize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Seals a list: what is printed is made public at once, the secret is kept.
@Command(
    name = "commit",
    description = {
      "Seals a list of entries with the rule by which it will be drawn from.",
      "Prints {\"commitment\",\"hash\",\"root\",\"entries\",\"round\",\"due\"} to publish, and",
      "writes a new secret to keep until the draw."
    },
    footer = {
      "  wordborne effect draw commit entries.tsv --name 'Oat Week' --rules rules.txt",
      "      --prizes saturdays:1,beans:3 --draw-at 2026-11-27T19:00:00Z --secret-out oat.secret"
    },
    mixinStandardHelpOptions = true)
final class DrawCommandCommit implements Callable<Integer> {
  private static final HexFormat HEX = HexFormat.of();
  private static final int SECONDS_AHEAD = 300;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ENTRIES",
      description = "Lines CODE GROUP WEIGHT STATUS DIGEST with tabs between, or JSON Lines.")
  private String entries = "-";

  @Option(names = "--name", required = true, description = "What is drawn.")
  private String name = "";

  @Option(names = "--rules", required = true, paramLabel = "FILE", description = "The rules' text.")
  private String rules = "";

  @Option(names = "--prizes", required = true, paramLabel = "A:1,B:3", description = "What for.")
  private String prizes = "";

  @Option(names = "--alternates", description = "How many stand by (${DEFAULT-VALUE}).")
  private int alternates;

  @Option(
      names = "--draw-at",
      required = true,
      paramLabel = "TIME",
      description = "RFC 3339; the beacon's first round then or later decides.")
  private String drawAt = "";

  @Option(names = "--one-per", description = "Group (a person wins once) or entry.")
  private String onePer = "group";

  @Option(names = "--sealed", paramLabel = "TIME", description = "Now, if not given.")
  private String sealed = "";

  @Option(names = "--chain", paramLabel = "FILE", description = "Another beacon than quicknet.")
  private String chain = "";

  @Option(names = "--secret-out", required = true, paramLabel = "FILE", description = "A new file.")
  private String secretOut = "";

  @Option(
      names = "--list-out",
      paramLabel = "FILE",
      description = "Writes the list as sealed, for strangers.")
  private String listOut = "";

  @Override
  public Integer call() throws IOException {
    var list = DrawFiles.entries(entries);
    var beacon = DrawFiles.chain(chain);
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    var commitment = commitment(list, beacon, secret);
    refuseSoon(commitment, beacon);
    keep(secret);
    if (!listOut.isEmpty()) {
      Files.write(Path.of(listOut), list.bytes());
    }
    var out = spec.commandLine().getOut();
    out.println(
        EffectJson.object(
            json -> {
              json.writeStringProperty("commitment", commitment.text());
              json.writeStringProperty("hash", HEX.formatHex(commitment.hash()));
              json.writeStringProperty("root", commitment.root());
              json.writeNumberProperty("entries", commitment.entries());
              json.writeNumberProperty("round", commitment.round());
              json.writeStringProperty("due", beacon.dueAt(commitment.round()).toString());
            }));
    out.flush();
    return 0;
  }

  private Commitment commitment(EntryList list, BeaconChain beacon, byte[] secret)
      throws IOException {
    if (!onePer.matches("group|entry")) {
      throw new CommandException("--one-per '" + onePer + "' must be group or entry");
    }
    try {
      return new Commitment(
              name,
              HEX.formatHex(sha256(DrawFiles.bytes(rules))),
              sealed.isEmpty()
                  ? Instant.now().truncatedTo(ChronoUnit.SECONDS)
                  : time("--sealed", sealed),
              list.size(),
              HEX.formatHex(list.root()),
              HEX.formatHex(Commitment.hashOfSecret(secret)),
              onePer.equals("group"),
              Prize.parseAll(prizes),
              alternates,
              beacon.hash(),
              beacon.roundAt(time("--draw-at", drawAt)))
          .checked();
    } catch (DrawException wrong) {
      throw new CommandException(String.valueOf(wrong.getMessage()));
    }
  }

  private static void refuseSoon(Commitment commitment, BeaconChain beacon) {
    var due = beacon.dueAt(commitment.round());
    var earliest = commitment.sealed().plusSeconds(SECONDS_AHEAD);
    if (due.isBefore(earliest)) {
      throw new CommandException(
          "--draw-at: round %d is due at %s, less than 5 minutes after the seal; %s is the first"
              .formatted(commitment.round(), due, earliest));
    }
  }

  private void keep(byte[] secret) throws IOException {
    var path = Path.of(secretOut);
    try {
      if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(path);
      }
    } catch (FileAlreadyExistsException exists) {
      throw new CommandException(
          secretOut + ": is there already; a secret is made once and never written over");
    }
    Files.writeString(path, HEX.formatHex(secret) + "\n", StandardOpenOption.WRITE);
  }

  private static Instant time(String option, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new CommandException(
          option + " '" + text + "' must be a time like 2026-11-27T19:00:00+01:00");
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
