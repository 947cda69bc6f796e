package org.wordborne.server.operate.metrics;

import com.sun.management.UnixOperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.wordborne.server.operate.metrics.Exposition.Type;
import org.wordborne.server.workspace.DataFolder;
import org.wordborne.server.workspace.ProgramVersion;

/// What the process and its machine tell: build, memory, threads, disk, connections.
final class MachineFigures {
  private static final double MILLIS = 1e3;

  private MachineFigures() {}

  /// Writes what the virtual machine tells.
  static void process(Exposition out) {
    out.family("wordborne_build_info", Type.GAUGE, "Always 1; its labels say what runs.");
    String java = System.getProperty("java.version", "");
    out.sample(1, "version", ProgramVersion.TEXT, "java", java);
    out.family("wordborne_uptime_seconds", Type.GAUGE, "Since the process began.");
    out.sample(ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS);
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    out.family("wordborne_heap_bytes", Type.GAUGE, "Java heap: used now, and the most it may be.");
    out.sample(heap.getUsed(), "of", "used");
    out.sample(heap.getMax(), "of", "max");
    out.family("wordborne_gc_seconds_total", Type.COUNTER, "Time spent collecting garbage.");
    long spent =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
            .sum();
    out.sample(spent / MILLIS);
    out.family("wordborne_threads", Type.GAUGE, "Threads of the system; virtual ones not counted.");
    out.sample(ManagementFactory.getThreadMXBean().getThreadCount());
    out.family("wordborne_open_files", Type.GAUGE, "Open files and sockets, and the most allowed.");
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      out.sample(unix.getOpenFileDescriptorCount(), "of", "open");
      out.sample(unix.getMaxFileDescriptorCount(), "of", "max");
    }
  }

  /// Writes what the pool of connections tells.
  static void pool(Exposition out, DataSource source) throws SQLException {
    out.family("wordborne_database_connections", Type.GAUGE, "Connections that serve, by state.");
    var pool = source.unwrap(HikariDataSource.class).getHikariPoolMXBean();
    if (pool == null) {
      return;
    }
    out.sample(pool.getActiveConnections(), "state", "active");
    out.sample(pool.getIdleConnections(), "state", "idle");
    out.sample(pool.getThreadsAwaitingConnection(), "state", "awaited");
  }

  /// Writes how much room there is, and what the index takes of it.
  static void disk(Exposition out, DataFolder folder) throws IOException {
    FileStore disk = Files.getFileStore(folder.root());
    out.family("wordborne_disk_bytes", Type.GAUGE, "The disk of the data folder: free, and all.");
    out.sample(disk.getUsableSpace(), "of", "free");
    out.sample(disk.getTotalSpace(), "of", "total");
    out.family("wordborne_index_bytes", Type.GAUGE, "What the search index takes of the disk.");
    out.sample(size(folder.index()));
  }

  /* Files of the index come and go while it is walked. */
  private static long size(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside.mapToLong(path -> path.toFile().length()).sum();
    } catch (IOException | java.io.UncheckedIOException changing) {
      return 0;
    }
  }
}
