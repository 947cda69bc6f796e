package org.wordborne.server.operate.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A backup as it lies in a file: its head, whether it is whole, what is in it.
///
/// @param path the file
/// @param passphrase what it was closed with; null where it was not, or nobody said
public record BackupFile(Path path, @Nullable String passphrase) {
  private static final int BUFFER = 1 << 17;

  /// What stands in a backup that was read from beginning to end.
  ///
  /// @param head of the file
  /// @param manifest behind the passphrase
  /// @param sections how many there are
  /// @param rows in all tables
  /// @param tables with rows and digests
  public record Contents(
      BackupHead head, Manifest manifest, int sections, long rows, List<TableSum> tables) {}

  /// Takes what is in it, part by part.
  interface Visitor {
    /// Before anything else; may refuse.
    void begin(BackupHead head, Manifest manifest) throws IOException;

    /// Where the bytes of a section go; what it is called with at last says that it is whole.
    SectionInput.Sink section(Section section) throws IOException;

    /// Once the section is read to its end and found whole.
    void whole(Section section, Section.End end) throws IOException;
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /// The head of a file; it needs no passphrase.
  ///
  /// @throws BackupException if it is no backup, or changed in its head
  public BackupHead head() {
    return reading(in -> new ChunkInput(in).head());
  }

  /// Reads all of it.
  ///
  /// @throws BackupException if any part is not as it was written, named by that part
  public Contents check() {
    return visit(new Nothing());
  }

  /// The files of the data folder that are in it, by their names.
  Map<String, byte[]> files() {
    var files = new TreeMap<String, byte[]>();
    reading(
        in -> {
          SectionInput sections = sections(new ChunkInput(in));
          Optional<Section> next = sections.next();
          while (next.isPresent() && next.get().kind().equals(Section.FILE)) {
            var bytes = new java.io.ByteArrayOutputStream();
            sections.read((piece, length) -> bytes.write(piece, 0, length));
            files.put(next.get().name(), bytes.toByteArray());
            next = sections.next();
          }
          return files;
        });
    return files;
  }

  Contents visit(Visitor visitor) {
    return reading(
        in -> {
          var chunks = new ChunkInput(in);
          SectionInput sections = sections(chunks);
          visitor.begin(chunks.head(), sections.manifest());
          for (var next = sections.next(); next.isPresent(); next = sections.next()) {
            Section.End end = sections.read(visitor.section(next.get()));
            visitor.whole(next.get(), end);
          }
          Section.Closing closing = sections.closing();
          return new Contents(
              chunks.head(),
              sections.manifest(),
              closing.sections(),
              closing.tables().stream().mapToLong(TableSum::rows).sum(),
              closing.tables());
        });
  }

  private SectionInput sections(ChunkInput chunks) throws IOException {
    chunks.unlock(passphrase);
    return new SectionInput(chunks);
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  private <T> T reading(Reading<T> reading) {
    try (var in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
      return reading.read(in);
    } catch (NoSuchFileException absent) {
      throw new BackupException(path + ": there is no such file", absent);
    } catch (BackupException wrong) {
      throw new BackupException(path + ": " + wrong.getMessage(), wrong);
    } catch (IOException unreadable) {
      throw new BackupException(path + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private static final class Nothing implements Visitor {
    @Override
    public void begin(BackupHead head, Manifest manifest) {
      // Nothing to refuse.
    }

    @Override
    public SectionInput.Sink section(Section section) {
      return (_, _) -> {};
    }

    @Override
    public void whole(Section section, Section.End end) {
      // The reader has judged it.
    }
  }
}
