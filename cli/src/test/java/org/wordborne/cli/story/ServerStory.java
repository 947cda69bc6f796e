package org.wordborne.cli.story;

import org.junit.jupiter.api.Test;

@Story
class ServerStory {
  @Test
  void backup_madeFromThePage_isReadBack(Visit visit) {
    visit.open("/settings/server");
    visit.sees("Walls between workspaces");
    visit.sees("every table of workspaces forces its wall");

    visit.button("Make a backup now").click();

    visit.sees("Read back and whole.");
    visit.sees("asked for");
  }
}
