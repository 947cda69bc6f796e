package org.wordborne.server.workspace.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.personal.ForgottenLog.Kind;
import org.wordborne.server.workspace.personal.ForgottenLog.Line;

/// Nobody who is forgotten comes back because of a line that cannot be read.
class ForgottenLogTest {
  private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
  @TempDir Path folder;

  @Test
  void read_lastLineCutShort_isPassedOverAndReplaced() throws Exception {
    append("one");
    Files.writeString(file(), "{\"at\":\"2026", StandardOpenOption.APPEND);
    List<String> before = marks();

    append("two");

    assertThat(before).containsExactly("one");
    assertThat(marks()).containsExactly("one", "two");
  }

  @Test
  void read_brokenLine_isRefusedByItsNumber() throws Exception {
    append("one");
    Files.writeString(file(), "{}}\n", StandardOpenOption.APPEND);
    append("two");

    assertThatThrownBy(this::marks)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("forgotten.log, line 2");
  }

  private void append(String mark) {
    log().append(List.of(Line.forgotten(workspace, Kind.HANDLE, mark, Instant.EPOCH)));
  }

  private List<String> marks() {
    return log().read(workspace).stream().map(Line::mark).toList();
  }

  private ForgottenLog log() {
    return new ForgottenLog(file());
  }

  private Path file() {
    return folder.resolve("forgotten.log");
  }
}
