package org.wordborne.server.source;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wordborne.channels.Channel;
import org.wordborne.channels.ChannelContext;
import org.wordborne.channels.ChannelException;
import org.wordborne.channels.ChannelProfile;
import org.wordborne.channels.ChannelProfile.Need;
import org.wordborne.channels.Channels;
import org.wordborne.channels.SourceSettings;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Scope;
import org.wordborne.wire.Secret;
import org.wordborne.wire.StandardWebhooks;
import org.wordborne.wire.WebAddress;

/// Adds, changes and removes sources, and keeps the schedule in step.
@Component
class SourceDesk {
  static final String HOOK_SECRET = "secret";
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 4_000;

  private final Sources sources;
  private final SourceSchedule schedule;
  private final Channels channels;
  private final ChannelContext context;
  private final Ids ids;

  SourceDesk(
      Sources sources,
      SourceSchedule schedule,
      Channels channels,
      ChannelContext context,
      Ids ids) {
    this.sources = sources;
    this.schedule = schedule;
    this.channels = channels;
    this.context = context;
    this.ids = ids;
  }

  /// A source that was added, and the secret that others sign with; null where nobody does.
  record Added(Source source, @Nullable String secret) {}

  /// Adds a source and begins to listen.
  Added add(Scope scope, SourceDraft draft) {
    Channel channel = channel(draft.kind());
    UUID id = ids.next();
    var given = draft.settings() == null ? Map.<String, String>of() : draft.settings();
    var settings = settings(channel.profile(), given);
    String secret = null;
    if (channel.kind().equals("webhook")) {
      secret = StandardWebhooks.newSecret().reveal();
      settings = withSecret(settings, secret);
    }
    boolean everything = Boolean.TRUE.equals(draft.everything());
    var bare = new Source(id, channel.kind(), "", "", settings, everything, false, now());
    String address = SourceAddress.of(bare);
    String place = channel.kind().equals("webhook") ? id.toString() : normal(address);
    String name = name(scope, draft.name(), address, channel.profile());
    var source = new Source(id, channel.kind(), name, place, settings, everything, false, now());
    sources.add(scope, source);
    schedule.add(scope, source);
    return new Added(source, secret);
  }

  void change(Scope scope, UUID id, SourceChange change) {
    Source source = sources.find(scope, id).orElseThrow(() -> Sources.missing(id));
    String name = change.name() == null ? source.name() : checkedName(change.name());
    boolean everything = change.everything() == null ? source.everything() : change.everything();
    sources.change(scope, id, name, everything);
  }

  void pause(Scope scope, UUID id, boolean paused) {
    sources.pause(scope, id, paused, now());
    schedule.nudge(id);
  }

  void remove(Scope scope, UUID id) {
    sources.remove(scope, id);
    schedule.remove(id);
  }

  /// Asks a source now and returns when that is done.
  void poll(Scope scope, UUID id) throws InterruptedException {
    schedule.pollNow(scope, id);
  }

  /// Asks a source from the very beginning and keeps nothing.
  SourceTestView test(Scope scope, UUID id) {
    Source source = sources.find(scope, id).orElseThrow(() -> Sources.missing(id));
    try {
      var batch = channel(source.kind()).listen(source.settings(), "", context);
      return new SourceTestView(true, batch.events().size(), batch.notes(), null);
    } catch (ChannelException e) {
      return new SourceTestView(false, 0, List.of(), e.getMessage());
    }
  }

  private java.time.Instant now() {
    return context.now().truncatedTo(ChronoUnit.MICROS);
  }

  private Channel channel(@Nullable String kind) {
    return channels
        .of(kind == null ? "" : kind)
        .orElseThrow(
            () -> {
              var known = channels.all().stream().map(Channel::kind).toList();
              return new BadInputException("kind", kind, "Use " + String.join(", ", known) + ".");
            });
  }

  private static SourceSettings settings(ChannelProfile profile, Map<String, String> given) {
    var values = new HashMap<String, String>();
    var secrets = new HashMap<String, Secret>();
    for (Need need : profile.needs()) {
      String value = given.getOrDefault(need.name(), "").strip();
      check(need, value);
      if (need.secret() && !value.isEmpty()) {
        secrets.put(need.name(), Secret.of(value));
      } else if (!value.isEmpty()) {
        values.put(need.name(), value);
      }
    }
    var known = profile.needs().stream().map(Need::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        throw new BadInputException(
            "settings." + name, name, "Use any of " + String.join(", ", known) + ".");
      }
    }
    return new SourceSettings(values, secrets);
  }

  private static void check(Need need, String value) {
    String field = "settings." + need.name();
    if (value.isEmpty() && need.required()) {
      String example = need.example().isEmpty() ? "" : ", for example " + need.example();
      throw new BadInputException(field, null, need.label() + " is missing" + example + ".");
    }
    if (value.length() > LONGEST_VALUE) {
      throw new BadInputException(
          field, value.length(), "At most " + LONGEST_VALUE + " characters fit.");
    }
    boolean address = need.example().startsWith("http");
    if (address && !value.isEmpty() && !isWebAddress(value)) {
      throw new BadInputException(
          field, value, "Use a web address such as " + need.example() + ".");
    }
  }

  private static boolean isWebAddress(String value) {
    WebAddress address = WebAddress.parse(value);
    return address != null
        && (value.toLowerCase(Locale.ROOT).startsWith("http://")
            || value.toLowerCase(Locale.ROOT).startsWith("https://"))
        && !address.host().isEmpty();
  }

  private static SourceSettings withSecret(SourceSettings settings, String secret) {
    var secrets = new HashMap<>(settings.secrets());
    secrets.put(HOOK_SECRET, Secret.of(secret));
    return new SourceSettings(settings.values(), secrets);
  }

  private static String normal(String address) {
    WebAddress parsed = WebAddress.parse(address);
    return parsed == null ? address : parsed.href();
  }

  private String name(
      Scope scope, @Nullable String wanted, String address, ChannelProfile profile) {
    if (wanted != null && !wanted.isBlank()) {
      return checkedName(wanted);
    }
    String plain =
        address
            .replaceFirst("^https?://(www\\.)?", "")
            .replaceFirst("[?#].*$", "")
            .replaceFirst("/+$", "");
    String base = plain.isEmpty() ? profile.name() : plain;
    var taken =
        sources.all(scope).stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    String name = base;
    for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = base + " " + i;
    }
    return name;
  }

  private static String checkedName(String name) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
      throw new BadInputException("name", name, "Use 1 to " + LONGEST_NAME + " characters.");
    }
    return plain;
  }
}
