package org.wordborne.server.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.query.Post;
import org.wordborne.server.RunningServer;
import org.wordborne.server.ServerOptions;
import org.wordborne.server.ServerProcess;
import org.wordborne.server.mention.Incoming.Spoken;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Workspaces;

/// The index may be deleted or damaged at any time: the next start builds it anew.
class IndexRebuildTest {
  private static final int WORDS = 50;
  @TempDir private Path data;

  @Test
  void start_deletedThenDamagedIndex_findsEverythingAgain() throws Exception {
    try (var server = start()) {
      var posts =
          IntStream.range(0, WORDS)
              .<Incoming>mapToObj(i -> Spoken.of(Post.of("p" + i, "The lantern, word " + i)))
              .toList();
      server.bean(Ingest.class).keep(scope(server), Origin.imported(true), posts);
      assertThat(found(server)).isEqualTo(WORDS);
    }

    files().forEach(IndexRebuildTest::delete);
    try (var server = start()) {
      assertThat(found(server)).isEqualTo(WORDS);
    }

    files().forEach(file -> damage(file, 0));
    try (var server = start()) {
      assertThat(found(server)).isEqualTo(WORDS);
    }

    largest().forEach(file -> damage(file, size(file) / 2));
    try (var server = start()) {
      awaitRebuilt(server);
      assertThat(found(server)).isEqualTo(WORDS);
    }
  }

  private RunningServer start() {
    return ServerProcess.start(ServerOptions.at(data).withPort(0).withoutListening());
  }

  private static Scope scope(RunningServer server) {
    return Scope.of(server.bean(Workspaces.class).first());
  }

  private static long found(RunningServer server) throws InterruptedException {
    var search = server.bean(MentionSearch.class);
    search.awaitFresh(scope(server), Duration.ofSeconds(30));
    return search.page(scope(server), MentionAsk.everything("lantern"), null, 1).total();
  }

  private List<Path> files() throws IOException {
    try (var all = Files.walk(data.resolve("index"))) {
      return new ArrayList<>(all.filter(Files::isRegularFile).toList());
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The files that hold most: damage in their middle is seen by their checksum alone.
  private List<Path> largest() throws IOException {
    return files().stream().filter(file -> size(file) > 1_000).toList();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The damage is found beside the search, and mended by the thread that writes.
  private static void awaitRebuilt(RunningServer server) throws InterruptedException {
    for (int i = 0; i < 200 && !isSound(server); i++) {
      Thread.sleep(50);
    }
    assertThat(isSound(server)).isTrue();
  }

  private static boolean isSound(RunningServer server) {
    try {
      server.bean(MentionIndexes.class).of(scope(server).workspace()).verify();
      return true;
    } catch (IOException | AlreadyClosedException damaged) {
      return false;
    }
  }

  /// Overwrites some bytes; the first are where every file of the index says what it is.
  private static void damage(Path file, long at) {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}), at);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
