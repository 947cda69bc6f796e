package org.wordborne.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// How tests start the server in a JVM of its own.
///
/// Most of such a start is loading classes. A test that starts many servers calls
/// [#learnFromNext]: the next start leaves a cache at its orderly end, and all later ones begin
/// with it. A cache takes classes from jars only, so folders of classes are packed for it.
public final class ChildJvm {
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Xlog:disable");
  private static @Nullable String packed;
  private static @Nullable Path cache;

  private ChildJvm() {}

  /// A JVM that runs `main`, with further options of its own.
  public static synchronized ProcessBuilder of(
      Class<?> main, List<String> options, String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    if (cache != null) {
      String use = Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=";
      command.add(use + cache);
    }
    command.addAll(List.of("-cp", packed == null ? classes() : packed, main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /// Lets the next start leave a cache, unless one is there.
  public static synchronized void learnFromNext() throws IOException {
    if (cache == null) {
      Path folder = Files.createTempDirectory("wordborne-child");
      packed = pack(folder);
      cache = folder.resolve("server.aot");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
    }
  }

  private static String classes() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static String pack(Path folder) throws IOException {
    var entries = new ArrayList<String>();
    for (String entry : classes().split(java.io.File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("classes-" + entries.size() + ".jar");
        pack(path, jar);
        entries.add(jar.toString());
      } else if (Files.exists(path)) {
        entries.add(entry);
      }
    }
    return entries.stream().collect(Collectors.joining(java.io.File.pathSeparator));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        var packing = new JarOutputStream(out);
        Stream<Path> inside = Files.walk(classes)) {
      for (Path file : inside.sorted().toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        boolean folder = Files.isDirectory(file);
        if (!name.isEmpty()) {
          packing.putNextEntry(new ZipEntry(folder ? name + "/" : name));
          if (!folder) {
            Files.copy(file, packing);
          }
        }
      }
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      System.err.println("left behind: " + folder + ": " + left);
    }
  }
}
