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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
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

  @Autowired
  ForgottenLog(ServerProperties properties) {
    this(properties.data().forgotten());
  }

  ForgottenLog(Path file) {
    this.file = file;
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
        dropUnwritten(channel);
        channel.position(channel.size());
        var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
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
      try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
        folder.force(true); // its name outlives a crash as well
      }
    }
  }

  /* A line that a crash cut short was never said to be written. */
  private static void dropUnwritten(FileChannel channel) throws IOException {
    long end = channel.size();
    var last = ByteBuffer.allocate(1);
    while (end > 0 && channel.read(last.clear(), end - 1) == 1 && last.get(0) != NEWLINE) {
      end--;
    }
    channel.truncate(end);
  }

  /// The number, from 1, of the first of these lines that no such log holds; 0 where all are of
  /// one. A line that a crash cut short is.
  public static int firstForeign(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String written = lines.get(i);
      boolean cutShort = written.isEmpty() || written.startsWith("{") && !written.endsWith("}");
      if (!cutShort && !isLine(written)) {
        return i + 1;
      }
    }
    return 0;
  }

  /// The lines of a workspace, in their order; the last one is passed over where a crash cut it
  /// short.
  ///
  /// @throws IllegalStateException if any other line cannot be read: whom it names would come back
  public synchronized List<Line> read(WorkspaceId workspace) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String[] written = Files.readString(file).split("\n", -1);
      var lines = new ArrayList<Line>();
      for (int i = 0; i < written.length - 1; i++) {
        lines.add(line(written[i], i + 1));
      }
      return lines.stream().filter(line -> line.workspace().equals(workspace.value())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " could not be read.", e);
    }
  }

  private static boolean isLine(String written) {
    try {
      JSON.readValue(written, Line.class);
      return true;
    } catch (JacksonException foreign) {
      return false;
    }
  }

  private Line line(String written, int number) {
    try {
      return JSON.readValue(written, Line.class);
    } catch (JacksonException broken) {
      throw new IllegalStateException(
          file
              + ", line "
              + number
              + ": it cannot be read, so somebody who is forgotten could come back. Put the file"
              + " back from a backup, or take the line out.",
          broken);
    }
  }
}
