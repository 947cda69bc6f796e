package org.wordborne.server.workspace.personal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.WorkspaceId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `forgotten.log` of the data folder: a line for each mark of somebody who is forgotten or is not
/// to be written to, in the order in which it happened.
///
/// It lies beside the database, so that restoring a backup that is older than a request does not
/// undo it: at each start the marks that the database lacks are applied to it. A line holds no name
/// and no address; without `secret.key` it tells nothing.
@Component
public class ForgottenLog {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NEWLINE = '\n';

  private final Path file;

  ForgottenLog(ServerProperties properties) {
    this.file = properties.data().forgotten();
  }

  /// What a line is about.
  public enum Kind {
    /// Somebody's name on a network: forgotten.
    HANDLE,
    /// Somebody's address: forgotten.
    MAIL,
    /// On the list of those who are not to be written to.
    BLOCK,
    /// Off that list.
    UNBLOCK
  }

  /// A line.
  ///
  /// @param id the entry of the list that it is about; null for who is forgotten
  /// @param mark "" where it ends an entry
  public record Line(Instant at, UUID workspace, Kind kind, @Nullable UUID id, String mark) {
    static List<Line> blocks(WorkspaceId workspace, UUID id, Collection<String> marks, Instant at) {
      return marks.stream()
          .map(mark -> new Line(at, workspace.value(), Kind.BLOCK, id, mark))
          .toList();
    }

    /// Somebody is forgotten.
    public static Line forgotten(WorkspaceId workspace, Kind kind, String mark, Instant at) {
      return new Line(at, workspace.value(), kind, null, mark);
    }

    static Line unblock(WorkspaceId workspace, UUID id, Instant at) {
      return new Line(at, workspace.value(), Kind.UNBLOCK, id, "");
    }
  }

  /// The entries of the list that stand, each with its lines.
  static Map<UUID, List<Line>> standingBlocks(List<Line> lines) {
    var standing = new LinkedHashMap<UUID, List<Line>>();
    for (Line line : lines) {
      UUID id = line.id();
      if (id != null && line.kind() == Kind.BLOCK) {
        standing.merge(id, List.of(line), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      } else if (id != null && line.kind() == Kind.UNBLOCK) {
        standing.remove(id);
      }
    }
    return standing;
  }

  static Set<UUID> everBlocked(List<Line> lines) {
    var ever = new LinkedHashSet<UUID>();
    lines.forEach(
        line -> {
          if (line.id() != null) {
            ever.add(line.id());
          }
        });
    return ever;
  }

  /// Writes lines at its end; when it returns they outlive a crash.
  public synchronized void append(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    lines.forEach(line -> text.append(JSON.writeValueAsString(line)).append('\n'));
    try {
      make();
      try (var channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.position(channel.size());
        String start = endsWhole(channel) ? "" : "\n";
        var bytes = ByteBuffer.wrap((start + text).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be written.", e);
    }
  }

  private void make() throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  /* A line that a crash cut short is left behind, alone. */
  private static boolean endsWhole(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return true;
    }
    var last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) == NEWLINE;
  }

  /// The number, from 1, of the first of these lines that no such log holds; 0 where all are of
  /// one. A line that a crash cut short is.
  public static int firstForeign(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String written = lines.get(i);
      boolean cutShort = written.isEmpty() || written.startsWith("{") && !written.endsWith("}");
      if (line(written).isEmpty() && !cutShort) {
        return i + 1;
      }
    }
    return 0;
  }

  /// The lines of a workspace, in their order; a line that is not whole is passed over.
  public synchronized List<Line> read(WorkspaceId workspace) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .flatMap(line -> line(line).stream())
          .filter(line -> line.workspace().equals(workspace.value()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be read.", e);
    }
  }

  private static java.util.Optional<Line> line(String written) {
    try {
      return java.util.Optional.of(JSON.readValue(written, Line.class));
    } catch (JacksonException cutShort) {
      return java.util.Optional.empty();
    }
  }
}
