package org.wordborne.server.workspace.condition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.Clockwork;
import org.wordborne.server.workspace.Condition.Kind;
import org.wordborne.server.workspace.Conditions;
import org.wordborne.server.workspace.Rounds;
import org.wordborne.server.workspace.ServerProperties;
import org.wordborne.server.workspace.condition.DiskLimits.Room;

/// Watches the room on the disk of the data folder.
@Component
class DiskWatch extends Clockwork {
  private static final Duration REST = Duration.ofSeconds(1);
  private final Conditions conditions;
  private final ServerProperties properties;
  private final InstantSource clock;
  private Room room = Room.ENOUGH;

  DiskWatch(Conditions conditions, ServerProperties properties, InstantSource clock) {
    super(new Rounds("disk watch", REST, REST.multipliedBy(10)), true);
    this.conditions = conditions;
    this.properties = properties;
    this.clock = clock;
  }

  /* Before whoever listens begins. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  protected void before() {
    look();
  }

  @Override
  protected void round() {
    look();
  }

  private synchronized void look() {
    try {
      FileStore disk = Files.getFileStore(properties.data().root());
      room = DiskLimits.judge(disk.getUsableSpace(), disk.getTotalSpace(), room);
    } catch (IOException gone) {
      throw new UncheckedIOException("the data folder's disk cannot be asked", gone);
    }
    conditions.set(Kind.DISK_LOW, room == Room.LOW, clock.instant());
    conditions.set(Kind.DISK_FULL, room == Room.FULL, clock.instant());
  }
}
