package org.wordborne.server.publicpage;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.wire.WebAddress;

/// Short links: ten letters that lead to a page of ours or of the workspace's own, and how often
/// they were followed.
///
/// They lead nowhere else, so that nobody uses our name for a trap. A code says nothing of its
/// workspace: each is asked in turn, and found codes are remembered.
@Component
public class ShortLinks {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LETTERS = 10;

  private final Transactions transactions;
  private final Workspaces workspaces;
  private final PublicAddress address;
  private final SecureRandom chance;
  private final InstantSource clock;
  private final LinkCache cache = new LinkCache();

  ShortLinks(
      Transactions transactions,
      Workspaces workspaces,
      PublicAddress address,
      SecureRandom chance,
      InstantSource clock) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.address = address;
    this.chance = chance;
    this.clock = clock;
  }

  /// A short link.
  ///
  /// @param url the whole address
  /// @param target where it leads
  public record Made(String code, String url, String target) {}

  /// A short link and how often it was followed.
  ///
  /// @param visitors addresses of a day, each day's counted apart
  public record Counted(
      String code,
      String url,
      String target,
      String kind,
      @Nullable UUID about,
      java.time.Instant madeAt,
      long visits,
      long visitors) {}

  /// Where a code leads, and in which workspace.
  record Found(Scope scope, String code, String target) {}

  /// Makes a link.
  ///
  /// @param target a path of ours below `/p/`, or an address on one of the workspace's own hosts
  /// @throws BadInputException if it leads elsewhere
  public Made make(Scope scope, String target, String kind, @Nullable UUID about) {
    return transactions.in(scope, tx -> make(scope, tx, target, kind, about));
  }

  /// As [#make], in the transaction of what it is for; `{code}` in a path of ours stands for the
  /// link's own code.
  public Made make(Scope scope, JdbcClient tx, String target, String kind, @Nullable UUID about) {
    String code = code();
    String to = checked(scope, target.strip()).replace("{code}", code);
    tx.sql(
            """
            insert into short_link (workspace_id, code, target, kind, about, made_at)
            values (:workspace, :code, :target, :kind, :about, :at)""")
        .param("workspace", scope.workspace().value())
        .param("code", code)
        .param("target", to)
        .param("kind", kind)
        .param("about", about, java.sql.Types.OTHER)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    cache.forgetMisses();
    return new Made(code, url(code), to);
  }

  private String url(String code) {
    return address.absolute("/l/" + code);
  }

  private String checked(Scope scope, String target) {
    if (target.startsWith("/p/") && !target.startsWith("//") && !target.contains("\\")) {
      return target;
    }
    WebAddress web = WebAddress.parse(target);
    String host = web == null ? "" : web.host();
    boolean own =
        workspaces.brand(scope).homes().stream()
            .map(home -> home.split("/", 2)[0])
            .anyMatch(home -> home.equalsIgnoreCase(host));
    if (web == null || !own) {
      throw new BadInputException(
          "target",
          target,
          "A short link leads to a page of ours, as /p/c/…, or to one of your own homes, which"
              + " stand in the settings of the brand.");
    }
    return web.toString();
  }

  private String code() {
    var code = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /// Where a code leads, whatever the workspace.
  Optional<Found> find(String written) {
    String code =
        written
            .toUpperCase(java.util.Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (!code.matches("[0-9A-HJKMNP-TV-Z]{10}") || cache.isMiss(code)) {
      return Optional.empty();
    }
    var known = cache.get(code);
    if (known != null) {
      return Optional.of(known);
    }
    for (var workspace : workspaces.all()) {
      Scope scope = Scope.of(workspace);
      var target =
          transactions.in(
              scope,
              tx ->
                  tx.sql("select target from short_link where code = ?")
                      .param(code)
                      .query(String.class)
                      .optional());
      if (target.isPresent()) {
        var found = new Found(scope, code, target.get());
        cache.hit(code, found);
        return Optional.of(found);
      }
    }
    cache.miss(code);
    return Optional.empty();
  }

  /// All links with their visits, newest first.
  public List<Counted> all(Scope scope) {
    return transactions.in(
        scope,
        tx ->
            tx.sql(
                    """
                    select l.*, coalesce(v.visits, 0) + coalesce(d.visits, 0) as all_visits,
                      coalesce(v.visitors, 0) + coalesce(d.visitors, 0) as all_visitors
                    from short_link l
                    left join (select code, sum(visits) as visits, count(*) as visitors
                      from link_visit group by code) v on v.code = l.code
                    left join (select code, sum(visits) as visits, sum(visitors) as visitors
                      from link_day group by code) d on d.code = l.code
                    order by l.made_at desc, l.code limit 500""")
                .query(
                    (row, _) ->
                        new Counted(
                            row.getString("code"),
                            url(row.getString("code")),
                            row.getString("target"),
                            row.getString("kind"),
                            row.getObject("about", UUID.class),
                            row.getObject("made_at", java.time.OffsetDateTime.class).toInstant(),
                            row.getLong("all_visits"),
                            row.getLong("all_visitors")))
                .list());
  }
}
