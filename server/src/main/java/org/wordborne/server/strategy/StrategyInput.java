package org.wordborne.server.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wordborne.query.Query;
import org.wordborne.query.QueryException;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Money;
import org.wordborne.server.workspace.SignedIn;

/// Reads what a person typed, and says what would be right where it is not.
final class StrategyInput {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_QUERY = 2_000;
  private static final int LONGEST_NAME = 80;
  private static final List<String> KINDS =
      List.of("aim", "promise", "competence", "refusal", "spend");

  private StrategyInput() {}

  static StrategyStatement statement(StatementDraft draft, UUID id, String by, Instant at) {
    String kind = oneOf("kind", draft.kind(), KINDS);
    Money amount = amount(kind, draft.amount());
    return new StrategyStatement(
        id,
        kind,
        text("text", draft.text(), LONGEST_TEXT),
        query(draft.query()),
        amount == null ? null : amount.minor(),
        amount == null ? null : amount.currency(),
        by,
        at);
  }

  private static @Nullable Money amount(String kind, @Nullable String written) {
    String said = written == null ? "" : written.strip();
    if (!kind.equals("spend")) {
      if (!said.isEmpty()) {
        throw new BadInputException("amount", written, "Only a spend has an amount.");
      }
      return null;
    }
    if (said.isEmpty()) {
      throw new BadInputException("amount", null, "Say how much is spent, as 1200.00 GBP.");
    }
    Money amount = Money.of(said);
    if (amount.minor() <= 0) {
      throw new BadInputException("amount", written, "More than nothing, as 1200.00 GBP.");
    }
    return amount;
  }

  static StrategyTheme theme(ThemeDraft draft, UUID id, String by, Instant at) {
    String query = query(draft.query());
    if (query.isEmpty()) {
      throw new BadInputException("query", null, "Say what the theme looks for.");
    }
    return new StrategyTheme(
        id, name(draft.name()), query, "hand", null, List.of(), List.of(), "kept", by, 1, null, at);
  }

  static StrategyTheme changed(
      StrategyTheme theme, ThemeDraft draft, Set<UUID> standing, String by) {
    List<UUID> linked = draft.linked();
    for (UUID one : linked == null ? List.<UUID>of() : linked) {
      if (!standing.contains(one)) {
        throw new BadInputException("linked", one, "There is no statement of that id.");
      }
    }
    String query = draft.query() == null ? theme.query() : query(draft.query());
    if (query.isEmpty()) {
      throw new BadInputException("query", draft.query(), "Say what the theme looks for.");
    }
    Boolean keep = draft.keep();
    return new StrategyTheme(
        theme.id(),
        draft.name() == null ? theme.name() : name(draft.name()),
        query,
        theme.origin(),
        theme.topic(),
        theme.words(),
        linked == null ? theme.linked() : linked,
        keep == null ? theme.state() : keep ? "kept" : "aside",
        keep == null && !theme.ownerName().isEmpty() ? theme.ownerName() : by,
        theme.version(),
        theme.campaign(),
        theme.madeAt());
  }

  static Decision decision(
      DecisionDraft draft, StrategyTheme theme, String proposed, SignedIn by, UUID id, Instant at) {
    boolean open = Boolean.TRUE.equals(draft.open());
    String written = draft.did() == null ? "" : draft.did();
    String did = open || !written.isBlank() ? text("did", written, LONGEST_TEXT) : "";
    String verdict = draft.verdict() == null ? proposed : draft.verdict();
    return new Decision(
        id,
        theme.id(),
        theme.name(),
        oneOf("verdict", verdict, List.of("fits", "conflicts", "beyond")),
        oneOf("answer", draft.answer(), List.of("yes", "no", "later")),
        text("reason", draft.reason(), LONGEST_TEXT),
        did,
        by.person(),
        by.name(),
        at,
        again(draft.againOn(), LocalDate.ofInstant(at, ZoneOffset.UTC)),
        open);
  }

  private static LocalDate again(@Nullable String written, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(written == null ? "" : written.strip());
      if (!day.isAfter(today) || day.isAfter(today.plusYears(3))) {
        throw new BadInputException(
            "againOn", written, "A day after " + today + ", within three years.");
      }
      return day;
    } catch (DateTimeParseException wrong) {
      throw new BadInputException(
          "againOn", written, "Say when to look at it again, as " + today.plusMonths(2) + ".");
    }
  }

  private static String oneOf(String field, @Nullable String value, List<String> right) {
    if (value == null || !right.contains(value)) {
      throw new BadInputException(field, value, "Right are " + String.join(", ", right) + ".");
    }
    return value;
  }

  /// A name stands on one line, also in the head of a mail.
  private static String name(@Nullable String value) {
    return text("name", value == null ? null : Mailroom.flat(value), LONGEST_NAME);
  }

  /// Words of a person, without the control characters that no page or table can hold.
  static String text(String field, @Nullable String value, int longest) {
    String text = value == null ? "" : CONTROLS.matcher(value).replaceAll(" ").strip();
    if (text.isEmpty()) {
      throw new BadInputException(field, value, "Write at least a word.");
    }
    if (text.length() > longest) {
      throw new BadInputException(
          field, text.length() + " characters", "At most " + longest + " characters.");
    }
    return text;
  }

  private static String query(@Nullable String written) {
    String query = written == null ? "" : CONTROLS.matcher(written).replaceAll(" ").strip();
    if (query.isEmpty()) {
      return "";
    }
    try {
      if (query.length() > LONGEST_QUERY) {
        throw new BadInputException(
            "query", query.length() + " characters", "At most " + LONGEST_QUERY + " characters.");
      }
      Query.parse(query);
      return query;
    } catch (QueryException e) {
      throw new BadInputException("query", query, e.reason())
          .with("start", e.start())
          .with("end", e.end())
          .with("hint", e.hint());
    }
  }
}
