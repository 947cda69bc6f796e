package org.wordborne.server.workspace.personal;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.SecretBox;
import org.wordborne.server.workspace.WorkspaceId;

/// Marks of people: HMACs that only this server makes, another for each workspace. Whoever reads
/// one learns nothing; whoever brings the same name again is known by it.
@Component
public class PersonMarks {
  private final SecretBox box;

  PersonMarks(SecretBox box) {
    this.box = box;
  }

  /// Of a name on a network, by its handle: a digest of network, place and native author id.
  public String handle(WorkspaceId workspace, UUID handle) {
    return box.mark(workspace.value(), "handle " + handle);
  }

  /// Of a mail address.
  ///
  /// @param mailbox without what its provider ignores
  public String mail(WorkspaceId workspace, String mailbox) {
    return box.mark(workspace.value(), "mail " + mailbox.strip().toLowerCase(Locale.ROOT));
  }

  /// Of what somebody is called where posts name them, without the `@`.
  public String name(WorkspaceId workspace, String name) {
    String bare = name.strip().toLowerCase(Locale.ROOT);
    return box.mark(workspace.value(), "name " + (bare.startsWith("@") ? bare.substring(1) : bare));
  }
}
