package org.wordborne.server.workspace.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FewFilesTest {
  @Test
  void connections_plentyOfFiles_areAsManyAsTheServerTakes() {
    assertThat(FewFiles.connections(1_048_576, 200)).isEqualTo(8_192);
  }

  @Test
  void connections_fewFiles_leaveRoomForTheRest() {
    assertThat(FewFiles.connections(256, 100)).isEqualTo(60);
    assertThat(FewFiles.connections(256, 250)).isEqualTo(16);
  }
}
