package org.wordborne.server.workspace.account;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.Letters;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerAddress;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.WorkspaceId;
import org.wordborne.server.workspace.Workspaces;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;

/// Links by which somebody joins a workspace: good once, for seven days, with the role they were
/// made for. Only a hash is kept.
///
/// A link sent by mail is told to nobody else and accepted by that address alone. Whoever invited
/// must still be in the place to do so when it is accepted.
@Component
class Invitations {
  private static final Duration LIFE = Duration.ofDays(7);
  private static final int SECRET = 16;
  private static final int LENGTH = 2 * Long.BYTES + SECRET;
  private final Transactions transactions;
  private final Workspaces workspaces;
  private final Letters letters;
  private final ServerAddress address;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom chance;

  Invitations(
      Transactions transactions,
      Workspaces workspaces,
      Letters letters,
      ServerAddress address,
      Ids ids,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.workspaces = workspaces;
    this.letters = letters;
    this.address = address;
    this.ids = ids;
    this.clock = clock;
    this.chance = chance;
  }

  /// An invitation that nobody has accepted yet.
  ///
  /// @param email to whom it was sent; null for a link
  /// @param by who invited
  record InvitationView(
      UUID id, String role, @Nullable String email, String by, Instant madeAt, Instant expiresAt) {}

  /// An invitation that was just made or renewed.
  ///
  /// @param link to be handed on; null where it was sent by mail
  record InvitationMade(UUID id, @Nullable String link) {
    @Override
    public String toString() {
      return "invitation " + id;
    }
  }

  /// What the page of a link shows.
  record InvitationShown(
      String workspace, String role, @Nullable String email, Instant expiresAt) {}

  /// What accepting it led to.
  record Accepted(WorkspaceId workspace) {}

  private record Code(WorkspaceId workspace, byte[] hash) {}

  /// Those that are open, newest first.
  List<InvitationView> open(Scope scope) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    select i.*, a.name as by_name from invitation i
                    join account a on a.id = i.made_by
                    where i.accepted_at is null order by i.made_at desc, i.id
                    """)
                .query((row, _) -> view(row))
                .list());
  }

  private static InvitationView view(ResultSet row) throws SQLException {
    return new InvitationView(
        row.getObject("id", UUID.class),
        row.getString("role"),
        row.getString("email"),
        row.getString("by_name"),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }

  /// Invites.
  ///
  /// @param email null for a link that whoever holds it may use
  InvitationMade make(SignedIn by, Role role, @Nullable String email, String language) {
    demandRight(by, role);
    UUID person = by.person();
    if (person == null) {
      throw new ForbiddenException("this token belongs to no person");
    }
    UUID id = ids.next();
    return send(
        by.scope(),
        id,
        email,
        language,
        (jdbc, hash) -> {
          if (email != null) {
            refuseMember(jdbc, email);
          }
          Instant now = clock.instant();
          jdbc.sql(
                  """
                  insert into invitation (workspace_id, id, hash, role, email, language, made_by,
                    made_at, expires_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """)
              .params(by.workspace().value(), id, hash, role.word())
              .param(email)
              .params(language, person, Timestamp.from(now), Timestamp.from(now.plus(LIFE)))
              .update();
        });
  }

  private static void refuseMember(JdbcClient jdbc, String email) {
    boolean member =
        jdbc.sql(
                """
                select exists (select 1 from member m join account a on a.id = m.account_id
                  where lower(a.email) = lower(?))
                """)
            .param(email)
            .query(Boolean.class)
            .single();
    if (member) {
      throw new BadInputException("email", email, "they are a member already");
    }
  }

  /// Makes the link anew, for seven days more; the one before leads nowhere.
  InvitationMade renew(SignedIn by, UUID id) {
    record Kept(Role role, @Nullable String email, String language) {}
    Kept kept =
        transactions
            .in(
                by.scope(),
                jdbc ->
                    jdbc.sql(
                            "select role, email, language from invitation"
                                + " where id = ? and accepted_at is null")
                        .param(id)
                        .query(
                            (row, _) ->
                                new Kept(
                                    Role.of(row.getString("role")).orElseThrow(),
                                    row.getString("email"),
                                    row.getString("language")))
                        .optional())
            .orElseThrow(Invitations::unknown);
    demandRight(by, kept.role());
    return send(
        by.scope(),
        id,
        kept.email(),
        kept.language(),
        (jdbc, hash) -> {
          int renewed =
              jdbc.sql(
                      """
                      update invitation set hash = ?, expires_at = ?
                      where id = ? and accepted_at is null
                      """)
                  .params(hash, Timestamp.from(clock.instant().plus(LIFE)), id)
                  .update();
          if (renewed == 0) {
            throw unknown();
          }
        });
  }

  private static void demandRight(SignedIn by, Role role) {
    by.demand(role == Role.OWNER ? Permission.OWN : Permission.MANAGE);
  }

  /// Takes an open one back.
  void withdraw(Scope scope, UUID id) {
    int gone =
        transactions.in(
            scope,
            jdbc ->
                jdbc.sql("delete from invitation where id = ? and accepted_at is null")
                    .param(id)
                    .update());
    if (gone == 0) {
      throw unknown();
    }
  }

  private interface Keeping {
    void keep(JdbcClient jdbc, byte[] hash);
  }

  private InvitationMade send(
      Scope scope, UUID id, @Nullable String email, String language, Keeping keeping) {
    String code = code(scope.workspace());
    String link = address.absolute("/join#" + code);
    transactions.run(
        scope,
        jdbc -> {
          keeping.keep(jdbc, Sha256.of(code));
          if (email != null) {
            mail(scope, id, email, language, link);
          }
        });
    return new InvitationMade(id, email == null ? link : null);
  }

  private void mail(Scope scope, UUID id, String email, String language, String link) {
    if (!letters.ready(scope)) {
      throw new ConflictException(
          "Nobody said yet how mail leaves: set it up, or invite by a link.");
    }
    boolean german = language.equals("de");
    String name = workspaces.name(scope);
    letters.send(
        scope,
        "invitation-" + id + "-" + Integer.toHexString(link.hashCode()),
        email,
        (german ? "Einladung zu %s" : "An invitation to %s").formatted(flat(name)),
        (german ? TEXT_DE : TEXT_EN).formatted(flat(name), link));
  }

  private static String flat(String name) {
    return name.replaceAll("\\p{Cntrl}+", " ");
  }

  private static final String TEXT_EN =
      """
      You are invited to work in "%s" on Wordborne. Open this address to accept:

      %s

      It is good once and for seven days.
      """;
  private static final String TEXT_DE =
      """
      Sie sind eingeladen, in „%s“ auf Wordborne mitzuarbeiten. Öffnen Sie diese Adresse, um
      anzunehmen:

      %s

      Sie gilt einmal und sieben Tage lang.
      """;

  private String code(WorkspaceId workspace) {
    byte[] secret = new byte[SECRET];
    chance.nextBytes(secret);
    UUID id = workspace.value();
    byte[] whole =
        ByteBuffer.allocate(LENGTH)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .put(secret)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  private static Code read(String code) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(code);
      if (whole.length == LENGTH) {
        var bytes = ByteBuffer.wrap(whole);
        var workspace = new WorkspaceId(new UUID(bytes.getLong(), bytes.getLong()));
        return new Code(workspace, Sha256.of(code));
      }
    } catch (IllegalArgumentException notOurs) {
      // As any other that leads nowhere.
    }
    throw unknown();
  }

  private static final String OF_CODE = "i.hash = :hash and ";

  private static final String GOOD =
      """
      i.accepted_at is null and i.expires_at > :now
        and exists (select 1 from member m where m.account_id = i.made_by and m.state = 'active'
          and (m.role = 'owner' or (m.role = 'manager' and i.role <> 'owner')))
      """;

  /// What a link leads to; looking changes nothing.
  ///
  /// @throws NotFoundException if it leads nowhere: used, withdrawn, too old or never made
  InvitationShown show(String sent) {
    Code code = read(sent);
    Scope scope = Scope.of(code.workspace());
    return found(
        transactions.in(
            scope,
            jdbc ->
                jdbc.sql(
                        "select i.role, i.email, i.expires_at, w.name from invitation i, workspace w"
                            + " where "
                            + OF_CODE
                            + GOOD)
                    .param("hash", code.hash())
                    .param("now", Timestamp.from(clock.instant()))
                    .query(
                        (row, _) ->
                            new InvitationShown(
                                row.getString("name"),
                                row.getString("role"),
                                row.getString("email"),
                                row.getTimestamp("expires_at").toInstant()))
                    .optional()));
  }

  /// Who accepts: makes sure of the account within the transaction in which it becomes a member.
  interface Accepting {
    /// The account.
    Account account(JdbcClient jdbc);
  }

  /// Makes the one who accepts a member; of many at once exactly one.
  Accepted accept(String sent, Accepting who) {
    Code code = read(sent);
    Timestamp now = Timestamp.from(clock.instant());
    try {
      transactions.run(
          Scope.of(code.workspace()),
          jdbc -> {
            // Taken first: who comes second finds nothing, and makes no account either.
            Taken taken = take(jdbc, code, now);
            Account account = who.account(jdbc);
            if (taken.email() != null && !taken.email().equalsIgnoreCase(account.email())) {
              throw new ForbiddenException(
                  "This invitation was sent to another address; sign in with that one.");
            }
            jdbc.sql(
                    """
                    insert into member (workspace_id, account_id, role, joined_at)
                    values (?, ?, ?, ?)
                    """)
                .params(code.workspace().value(), account.id(), taken.role(), now)
                .update();
            jdbc.sql("update invitation set accepted_by = ? where id = ?")
                .params(account.id(), taken.id())
                .update();
          });
    } catch (DuplicateKeyException already) {
      throw new ConflictException("You are a member of this workspace already.");
    }
    return new Accepted(code.workspace());
  }

  /// Who comes by a mail address that somebody else verified: makes the account and its membership
  /// within the transaction in which the invitation is used up.
  interface Welcoming {
    /// The account.
    UUID account(WorkspaceId workspace, Role role);
  }

  /// Uses up the oldest invitation that was sent to that address, if there is one.
  Optional<UUID> acceptFor(String email, Welcoming who) {
    return workspaces.all().stream()
        .map(workspace -> acceptFor(workspace, email, who))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<UUID> acceptFor(WorkspaceId workspace, String email, Welcoming who) {
    return transactions.in(
        Scope.of(workspace),
        jdbc ->
            takeFor(jdbc, email)
                .map(
                    taken -> {
                      Role role = Role.of(taken.role()).orElseThrow();
                      UUID account = who.account(workspace, role);
                      jdbc.sql("update invitation set accepted_by = ? where id = ?")
                          .params(account, taken.id())
                          .update();
                      return account;
                    }));
  }

  private Optional<Taken> takeFor(JdbcClient jdbc, String email) {
    return jdbc.sql(
            "update invitation i set accepted_at = :now where i.id = (select i.id from invitation i"
                + " where lower(i.email) = lower(:email) and "
                + GOOD
                + " order by i.made_at, i.id limit 1 for update)"
                + " and i.accepted_at is null returning i.id, i.role, i.email")
        .param("now", Timestamp.from(clock.instant()))
        .param("email", email)
        .query(
            (row, _) ->
                new Taken(
                    row.getObject("id", UUID.class), row.getString("role"), row.getString("email")))
        .optional();
  }

  private record Taken(UUID id, String role, @Nullable String email) {}

  private static Taken take(JdbcClient jdbc, Code code, Timestamp now) {
    return found(
        jdbc.sql(
                "update invitation i set accepted_at = :now where "
                    + OF_CODE
                    + GOOD
                    + " returning i.id, i.role, i.email")
            .param("hash", code.hash())
            .param("now", now)
            .query(
                (row, _) ->
                    new Taken(
                        row.getObject("id", UUID.class),
                        row.getString("role"),
                        row.getString("email")))
            .optional());
  }

  private static <T> T found(Optional<T> one) {
    return one.orElseThrow(Invitations::unknown);
  }

  private static NotFoundException unknown() {
    return new NotFoundException("This invitation is used, withdrawn or too old; ask for another.");
  }
}
