package org.wordborne.server.workspace.personal;

import java.util.List;

/// A line of the data map: a kind of data, where it lies, whose it is and what becomes of it.
///
/// Columns are named `table.column`, each of them: a new one is in no line until somebody has
/// thought about it. A line that is not personal says in `purpose` why it is not.
///
/// ```java
/// DataMapRow.of("what people said", "mention.title", "mention.text")
///     .whose("authors").from("their public posts").for_("to hear and answer", INTEREST)
///     .seenBy("read").kept("13 months").leavesTo("exports").erasedBy("mentions");
/// DataMapRow.notPersonal("words of ours", "topic.name");
/// ```
///
/// @param seenBy the permission one needs
/// @param erasedBy the place of the module that erases it; "" where nobody does
/// @param backupUntil until when it is in backups after it was erased
public record DataMapRow(
    String what,
    List<String> columns,
    boolean personal,
    String whose,
    String source,
    String purpose,
    String basis,
    String seenBy,
    String kept,
    String leavesTo,
    String erasedBy,
    String backupUntil) {

  /// We have a legitimate interest in hearing what is said publicly (GDPR 6(1)(f)).
  public static final String INTEREST = "legitimate interest, GDPR 6(1)(f)";

  /// They entered, joined or asked (GDPR 6(1)(b)).
  public static final String CONTRACT = "what they asked for, GDPR 6(1)(b)";

  /// They said yes (GDPR 6(1)(a)).
  public static final String CONSENT = "consent, GDPR 6(1)(a)";

  /// The law wants it (GDPR 6(1)(c)).
  public static final String DUTY = "legal duty, GDPR 6(1)(c)";

  private static final String BACKUPS = "35 days after";

  /// Begins a line of personal data.
  public static Begun of(String what, String... columns) {
    return new Begun(what, List.of(columns));
  }

  /// A line of what tells nothing of a person of the public.
  public static DataMapRow notPersonal(String why, String... columns) {
    return new DataMapRow("", List.of(columns), false, "", "", why, "", "", "", "", "", "");
  }

  /// A line that is being written.
  public static final class Begun {
    private final String what;
    private final List<String> columns;
    private String whose = "authors";
    private String source = "their public posts";
    private String purpose = "";
    private String basis = INTEREST;
    private String seenBy = "read";
    private String kept = "";
    private String leavesTo = "nobody";

    private Begun(String what, List<String> columns) {
      this.what = what;
      this.columns = columns;
    }

    /// Whose it is.
    public Begun whose(String who) {
      whose = who;
      return this;
    }

    /// Where it came from.
    public Begun from(String where) {
      source = where;
      return this;
    }

    /// What it serves, and on which ground.
    public Begun serves(String aim, String ground) {
      purpose = aim;
      basis = ground;
      return this;
    }

    /// Which permission one needs to see it.
    public Begun seenBy(String permission) {
      seenBy = permission;
      return this;
    }

    /// For how long it is kept.
    public Begun kept(String time) {
      kept = time;
      return this;
    }

    /// To whom it goes out of here.
    public Begun leavesTo(String whom) {
      leavesTo = whom;
      return this;
    }

    /// Ends the line with the place that erases it.
    public DataMapRow erasedBy(String place) {
      return new DataMapRow(
          what, columns, true, whose, source, purpose, basis, seenBy, kept, leavesTo, place,
          BACKUPS);
    }
  }
}
