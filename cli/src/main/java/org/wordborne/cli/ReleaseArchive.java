package org.wordborne.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/// A release as it is published: `wordborne-VERSION.tar.gz`, and beside it the same name with
/// `.sha256`, which holds what `sha256sum` prints.
final class ReleaseArchive {
  private static final int EXECUTABLE = 0100;
  private final Path file;

  private ReleaseArchive(Path file) {
    this.file = file;
  }

  /// The archive at `file`, every byte of which was read.
  ///
  /// @param sum its SHA-256 in hexadecimal; null to take it from the file beside
  /// @throws CommandException if the sum is another
  static ReleaseArchive checked(Path file, @Nullable String sum) throws IOException {
    String wanted = sum == null ? beside(file) : sum.strip().toLowerCase(Locale.ROOT);
    String is = sum(file);
    if (!is.equals(wanted)) {
      throw new CommandException(
          file + ": its SHA-256 is " + is + ", not " + wanted + "; fetch it again");
    }
    return new ReleaseArchive(file);
  }

  private static String beside(Path file) throws IOException {
    Path sums = file.resolveSibling(file.getFileName() + ".sha256");
    if (!Files.exists(sums)) {
      throw new CommandException(
          sums + ": there is no such file; put it beside the archive, or give --sha256");
    }
    return Files.readString(sums).strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static String sum(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /// Unpacks what is in its one folder to `place`.
  ///
  /// @throws CommandException if something in it lies outside of that folder, or is neither file
  ///     nor folder
  void unpack(Path place) throws IOException {
    Files.createDirectories(place);
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        var tar = new TarArchiveInputStream(new GZIPInputStream(raw))) {
      for (TarArchiveEntry one = tar.getNextEntry(); one != null; one = tar.getNextEntry()) {
        Path inside = Path.of(one.getName()).normalize();
        boolean within = !inside.isAbsolute() && !inside.startsWith("..");
        if (!within || !isPlain(one)) {
          throw new CommandException(file + ": " + one.getName() + " does not belong in a release");
        }
        if (inside.getNameCount() > 1) {
          write(tar, one, place.resolve(inside.subpath(1, inside.getNameCount())));
        }
      }
    }
  }

  /* What else a tar can hold, links and devices, would pass for a file. */
  private static boolean isPlain(TarArchiveEntry one) {
    byte kind = one.getLinkFlag();
    return one.isDirectory() || kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM;
  }

  /* Also under a umask that shuts others out: the service is another user than root. */
  private static void openFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(InputStream tar, TarArchiveEntry one, Path to) throws IOException {
    if (one.isDirectory()) {
      openFolder(to);
      return;
    }
    openFolder(to.resolve("..").normalize());
    Files.copy(tar, to);
    boolean runs = (one.getMode() & EXECUTABLE) != 0;
    Files.setPosixFilePermissions(
        to, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
