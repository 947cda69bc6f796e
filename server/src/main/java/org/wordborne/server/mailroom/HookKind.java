package org.wordborne.server.mailroom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What programs may ask to be told. `docs/webhooks.md` says what each of them carries.
public enum HookKind {
  /// A word of others was heard that concerns a topic.
  WORD_HEARD("word.heard", ""),
  /// A word was taken back, or its author was forgotten.
  WORD_REMOVED("word.removed", ""),
  /// More talk than usual, or a word that may pass a line.
  ALARM_RAISED("alarm.raised", ""),
  /// Nobody had it in time.
  ALARM_ESCALATED("alarm.escalated", ""),
  /// Somebody has it.
  ALARM_ACKNOWLEDGED("alarm.acknowledged", ""),
  /// It is over.
  ALARM_ENDED("alarm.ended", ""),
  /// A room in which people answer a bad word together.
  CRISIS_OPENED("crisis.opened", ""),
  /// They are done.
  CRISIS_CLOSED("crisis.closed", ""),
  /// Somebody waits for an answer, for the first time or again.
  CONVERSATION_OPENED("conversation.opened", "/conversations/"),
  /// Somebody got one.
  CONVERSATION_ANSWERED("conversation.answered", "/conversations/"),
  /// Nobody waits there any more.
  CONVERSATION_CLOSED("conversation.closed", "/conversations/"),
  /// An answer of ours stands where the word stands.
  REPLY_SENT("reply.sent", "/conversations/"),
  /// It does not, or nobody knows.
  REPLY_FAILED("reply.failed", "/conversations/"),
  /// A post of ours stands in a place.
  POST_SENT("post.sent", ""),
  /// It does not, or nobody knows.
  POST_FAILED("post.failed", ""),
  /// A campaign began.
  CAMPAIGN_STARTED("campaign.started", "/campaigns/"),
  /// A campaign came to its end.
  CAMPAIGN_CLOSED("campaign.closed", "/campaigns/"),
  /// Somebody entered a contest.
  CONTEST_ENTERED("contest.entered", "/campaigns/"),
  /// An entry was given a prize.
  CONTEST_WON("contest.won", "/campaigns/"),
  /// A source hears nothing any more.
  SOURCE_AILING("source.ailing", ""),
  /// It hears again.
  SOURCE_HEALED("source.healed", ""),
  /// Somebody was forgotten here.
  PERSON_ERASED("person.erased", "");

  /// What is told to those who did not say: what concerns alarms.
  static final List<String> USUAL =
      Arrays.stream(values())
          .map(HookKind::type)
          .filter(type -> type.startsWith("alarm.") || type.startsWith("crisis."))
          .toList();

  private final String type;
  private final String page;

  HookKind(String type, String page) {
    this.type = type;
    this.page = page;
  }

  /// As it stands in the payload.
  public String type() {
    return type;
  }

  /// The beginning of the page that shows it, before the id; empty where the payload needs none.
  String page() {
    return page;
  }

  /// The kind of that type.
  static Optional<HookKind> of(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  /// All types, in their order.
  static List<String> types() {
    return Arrays.stream(values()).map(HookKind::type).toList();
  }
}
