package org.wordborne.server.watch;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wordborne.server.mailroom.HookTo;
import org.wordborne.server.mailroom.Letter;
import org.wordborne.server.mailroom.Mailroom;
import org.wordborne.server.mailroom.Telex;
import org.wordborne.server.mailroom.Telexes;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.spread.TaleRow;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Member;
import org.wordborne.server.workspace.Members;
import org.wordborne.server.workspace.PageAddress;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.access.Permission;

/// Writes what those read whom an alarm wakes.
@Component
class AlarmLetters {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmLetters.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int LONGEST_QUOTE = 600;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_NAME = 80;

  private final Mailroom mailroom;
  private final Telexes telexes;
  private final Members members;
  private final Mentions mentions;
  private final Tales tales;
  private final PageAddress address;
  private final InstantSource clock;

  AlarmLetters(
      Mailroom mailroom,
      Telexes telexes,
      Members members,
      Mentions mentions,
      Tales tales,
      PageAddress address,
      InstantSource clock) {
    this.mailroom = mailroom;
    this.telexes = telexes;
    this.members = members;
    this.mentions = mentions;
    this.tales = tales;
    this.address = address;
    this.clock = clock;
  }

  /// Tells everybody of a step; joins the open transaction.
  ///
  /// @param round how many steps went out before
  void step(Scope scope, AlarmRecord alarm, int round) {
    WatchStep step = alarm.due();
    String text = text(scope, alarm);
    for (String to : addresses(scope, step.to())) {
      mail(scope, new Letter(key(alarm, round, to), to, subject(alarm), text), alarm.id());
    }
    tell(scope, alarm, round == 0 ? "alarm.raised" : "alarm.escalated", step.to(), round);
  }

  /* Who cannot be written to keeps nobody else from being told. */
  private void mail(Scope scope, Letter letter, UUID alarm) {
    try {
      mailroom.send(scope, letter, alarm);
    } catch (BadInputException unfit) {
      String why = "%s: %s".formatted(unfit.field(), unfit.getMessage());
      LOG.warn("Alarm {} cannot be mailed to one recipient: {}", alarm, why);
      mailroom.refuse(scope, letter, why, alarm);
    }
  }

  /// Tells the programs that were told of the alarm how it went on.
  void after(Scope scope, AlarmRecord alarm, String type) {
    Set<String> to = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(alarm.step(), alarm.steps().size()); i++) {
      to.addAll(alarm.steps().get(i).to());
    }
    tell(scope, alarm, type, List.copyOf(to), -1);
  }

  private void tell(Scope scope, AlarmRecord alarm, String type, List<String> to, int round) {
    for (HookTo hook : hooks(scope, type, to)) {
      String key = key(alarm, round, type.substring(type.indexOf('.') + 1) + hook.id());
      telexes.send(
          scope, hook, new Telex(type, clock.instant(), data(scope, alarm), key, alarm.id()));
    }
  }

  private Set<String> addresses(Scope scope, List<String> to) {
    var all = new LinkedHashSet<String>();
    for (String one : to) {
      if (one.equals("members")) {
        reading(scope).forEach(member -> all.add(member.email()));
      } else if (one.startsWith("member:")) {
        all.addAll(address(scope, one));
      } else if (one.contains("@")) {
        all.add(one);
      }
    }
    return all;
  }

  /* Whoever is gone or suspended is told nothing; what they would have been told, all are. */
  private List<String> address(Scope scope, String named) {
    List<Member> reading = reading(scope);
    List<Member> meant = reading.stream().filter(member -> named.equals(name(member))).toList();
    return (meant.isEmpty() ? reading : meant).stream().map(Member::email).toList();
  }

  private List<Member> reading(Scope scope) {
    return members.who(scope, Permission.READ);
  }

  /// How a step names a member.
  static String name(Member member) {
    return "member:" + member.id();
  }

  /* Whoever wants to be told of alarms is, and whoever the rule names. */
  private Set<HookTo> hooks(Scope scope, String type, List<String> to) {
    var all = new LinkedHashSet<HookTo>(telexes.wanting(scope, type));
    for (String one : to) {
      if (one.startsWith("hook:")) {
        telexes.named(scope, one.substring("hook:".length())).ifPresent(all::add);
      }
    }
    return all;
  }

  private static String key(AlarmRecord alarm, int round, String to) {
    UUID told = UUID.nameUUIDFromBytes(to.getBytes(StandardCharsets.UTF_8));
    return "alarm-" + alarm.id() + "-" + (round + 1) + "-" + told;
  }

  private static String subject(AlarmRecord alarm) {
    String title = Mailroom.flat(alarm.title(), LONGEST_TITLE);
    String said =
        switch (alarm.cause().kind()) {
          case "pass" -> "“" + title + "” may pass your line";
          case "test" -> "“" + title + "”, only a test";
          default -> "more talk than usual of “" + title + "”";
        };
    return (alarm.step() == 0 ? "Alarm: " : "Nobody has it yet: ") + said;
  }

  private String text(Scope scope, AlarmRecord alarm) {
    var text = new StringBuilder();
    text.append(because(alarm.cause(), Mailroom.flat(alarm.title()))).append("\n\n");
    String place = Mailroom.flat(alarm.cause().place());
    if (!place.isEmpty()) {
      text.append("Most of them at %s (%d).%n".formatted(place, alarm.cause().there()));
    }
    if (!alarm.cause().terms().isEmpty()) {
      text.append("Their words: ").append(String.join(", ", alarm.cause().terms())).append(".\n");
    }
    Mention first = first(scope, alarm);
    if (first != null) {
      text.append(
          began(first.author().name(), TIME.format(first.spokenAt()), first.text(), first.url()));
    }
    TaleRow tale = tale(scope, alarm);
    if (tale != null) {
      text.append('\n').append(foretold(tale)).append('\n');
    }
    text.append("\nSee it, and say that you have it:\n").append(link(scope, alarm)).append('\n');
    return text.toString().replace("\r", "");
  }

  /// Whose word it began with; none of what they wrote makes a line of its own.
  static String began(String author, String at, String text, String url) {
    String name = Mailroom.flat(author, LONGEST_NAME);
    return "\nIt began with %s, %s:\n\n  %s\n  %s\n"
        .formatted(name.isEmpty() ? "somebody" : name, at, quote(text), Mailroom.flat(url));
  }

  private static String because(AlarmCause cause, String title) {
    return switch (cause.kind()) {
      case "pass" ->
          "“%s” was told by %d so far. The chance that it passes your line of %d people is %d %%."
              .formatted(
                  title,
                  cause.people(),
                  cause.line(),
                  Math.round(100 * java.util.Objects.requireNonNullElse(cause.chance(), 0.0)));
      case "test" -> "Somebody tries the rule on “%s”. Nothing is the matter.".formatted(title);
      default ->
          "%d people spoke of “%s” within %d min; in a minute at this hour at most %d is usual."
              .formatted(cause.people(), title, cause.minutes(), Math.round(cause.usualHigh()));
    };
  }

  private static String foretold(TaleRow tale) {
    var forecast = tale.forecast();
    if (forecast == null) {
      return "Told by %d.".formatted(tale.told());
    }
    return """
        Told by %d so far. It will probably end near %d; nine in ten such words end between %d
        and %d. The chance to pass your line of %d is %d %%. (Who only doubles what was seen
        would say %d.)"""
        .formatted(
            tale.told(),
            Math.round(forecast.median()),
            Math.round(forecast.b90().low()),
            Math.round(forecast.b90().high()),
            tale.line(),
            Math.round(100 * forecast.passes()),
            Math.round(forecast.naive()));
  }

  private static String quote(String text) {
    return Mailroom.flat(text, LONGEST_QUOTE);
  }

  private @Nullable Mention first(Scope scope, AlarmRecord alarm) {
    UUID id = alarm.first();
    return id == null
        ? null
        : mentions.find(scope, id).filter(word -> !word.isDeleted()).orElse(null);
  }

  private @Nullable TaleRow tale(Scope scope, AlarmRecord alarm) {
    UUID id = alarm.tale();
    return id == null ? null : tales.find(scope, id).orElse(null);
  }

  private String link(Scope scope, AlarmRecord alarm) {
    return address.absolute(
        scope, alarm.tale() == null ? "/spread?alarm=" + alarm.id() : "/spread/" + alarm.tale());
  }

  private Map<String, Object> data(Scope scope, AlarmRecord alarm) {
    var data = new LinkedHashMap<String, Object>();
    data.put("alarm", alarm.id());
    data.put("title", alarm.title());
    data.put("state", alarm.state());
    data.put("test", alarm.test());
    data.put("raisedAt", alarm.raisedAt().toString());
    data.put("step", alarm.step() + 1);
    data.put("cause", alarm.cause());
    Mention first = first(scope, alarm);
    if (first != null) {
      data.put(
          "first",
          Map.of(
              "mention", first.id(),
              "author", first.author().name(),
              "at", first.spokenAt().toString(),
              "text", quote(first.text()),
              "url", first.url()));
    }
    TaleRow tale = tale(scope, alarm);
    if (tale != null) {
      data.put("tale", tale);
    }
    if (alarm.ackName() != null) {
      data.put("acknowledgedBy", alarm.ackName());
    }
    data.put("link", link(scope, alarm));
    return data;
  }
}
