package org.wordborne.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.wordborne.effect.BeaconChain;
import org.wordborne.effect.Commitment;
import org.wordborne.effect.Draw;
import org.wordborne.effect.DrawException;
import org.wordborne.effect.EntryList;
import org.wordborne.effect.Prize;
import org.wordborne.effect.Proof;

/// A draw of a million entries: read, sealed, drawn, and its proof written. The peer is the
/// checker in Python, another process that runs the whole draw again and must find the same.
///
/// Arguments: the number of entries (1000000), and that of runs (3).
public final class DrawBenchmark implements Benchmark {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] ROUND_657413 =
      HEX.parseHex(
          "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be"
              + "41076862b98fad56e91a6b85b89cd97b");

  /// Is made by the service loader.
  public DrawBenchmark() {}

  @Override
  public String name() {
    return "draw";
  }

  @Override
  public String about() {
    return "a million entries sealed and drawn; drawn again by the checker in Python";
  }

  @Override
  public List<Comparison> run(List<String> arguments) throws Exception {
    int count = arguments.isEmpty() ? 1_000_000 : Integer.parseInt(arguments.get(0));
    int runs = arguments.size() < 2 ? 3 : Integer.parseInt(arguments.get(1));
    var folder = Files.createTempDirectory("wordborne-draw");
    byte[] entries = entries(count);
    var ours = new ArrayList<Double>();
    String first = "";
    for (int run = 0; run < runs; run++) {
      long begun = System.nanoTime();
      var proof = draw(entries, folder.resolve("entries.tsv"));
      ours.add((System.nanoTime() - begun) / 1e9);
      if (!first.isEmpty() && !first.equals(proof)) {
        throw new IllegalStateException("two runs drew differently");
      }
      first = proof;
    }
    Files.writeString(folder.resolve("draw.proof"), first);
    return List.of(
        new Comparison(
            "draw, " + count + " entries",
            "draw-verify.py",
            "s",
            ours,
            List.of(verified(folder.resolve("draw.proof")))));
  }

  private static String draw(byte[] entries, Path listFile) throws DrawException, IOException {
    var list = EntryList.parse(entries);
    byte[] secret = new byte[32];
    var chain = BeaconChain.quicknet();
    var sealed =
        new Commitment(
                "A million",
                "0".repeat(64),
                Instant.parse("2023-09-15T10:00:00Z"),
                list.size(),
                HEX.formatHex(list.root()),
                HEX.formatHex(Commitment.hashOfSecret(secret)),
                true,
                List.of(new Prize("beans", 100)),
                1_000,
                chain.hash(),
                657_413)
            .checked();
    var drawn = Draw.run(list, sealed, chain, ROUND_657413, secret);
    Files.write(listFile, list.bytes());
    return Proof.of(list, sealed, chain, ROUND_657413, secret, drawn, 0, "entries.tsv").json();
  }

  private static double verified(Path proof) throws IOException, InterruptedException {
    var script =
        Path.of(
            System.getenv().getOrDefault("WORDBORNE_HOME", "."),
            "engines/effect/src/main/resources/org/wordborne/effect/draw-verify.py");
    long begun = System.nanoTime();
    int code =
        new ProcessBuilder("python3", "-B", script.toString(), proof.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(Path.of(proof + ".log").toFile()))
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(Files.readString(Path.of(proof + ".log")));
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /* Out of order, weighted, two entries for every second person, one of twenty excluded. */
  private static byte[] entries(int count) {
    var chance = new SplittableRandom(7);
    var lines = new StringBuilder(count * 92);
    for (int i = 0; i < count; i++) {
      long code = (i * 2_654_435_761L) & 0xFFFFFFFFL;
      lines
          .append("%010d".formatted(code))
          .append('\t')
          .append(1 + i % (2 * count / 3 + 1))
          .append('\t')
          .append(1 + chance.nextInt(5))
          .append('\t')
          .append(chance.nextInt(20) == 0 ? "excluded-age" : "valid")
          .append('\t')
          .append("%016x".formatted(chance.nextLong()).repeat(4))
          .append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
