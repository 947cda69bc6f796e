package org.wordborne.server.workspace.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ForbiddenException;
import org.wordborne.server.workspace.Ids;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.ServerAddress;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.access.Permission;
import org.wordborne.server.workspace.access.Role;

/// Links by which somebody joins a workspace: good once, for seven days, with the role they were
/// made for. Only a hash is kept. A link sent by mail is told to nobody else. Where they lead is
/// in [Joining].
@Component
class Invitations {
  private static final Duration LIFE = Duration.ofDays(7);
  private final Transactions transactions;
  private final InvitationLetter letter;
  private final ServerAddress address;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom chance;

  Invitations(
      Transactions transactions,
      InvitationLetter letter,
      ServerAddress address,
      Ids ids,
      InstantSource clock,
      SecureRandom chance) {
    this.transactions = transactions;
    this.letter = letter;
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
    UUID person = person(by);
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

  /// Makes the link anew, for seven days more; the one before leads nowhere. It is good by the word
  /// of whoever renewed it.
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
    UUID person = person(by);
    return send(
        by.scope(),
        id,
        kept.email(),
        kept.language(),
        (jdbc, hash) -> {
          int renewed =
              jdbc.sql(
                      """
                      update invitation set hash = ?, expires_at = ?, made_by = ?
                      where id = ? and accepted_at is null
                      """)
                  .params(hash, Timestamp.from(clock.instant().plus(LIFE)), person, id)
                  .update();
          if (renewed == 0) {
            throw unknown();
          }
        });
  }

  private static UUID person(SignedIn by) {
    UUID person = by.person();
    if (person == null) {
      throw new ForbiddenException("this token belongs to no person");
    }
    return person;
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
    InvitationCode code = InvitationCode.make(scope.workspace(), chance);
    String link = address.absolute("/join#" + code.text());
    transactions.run(
        scope,
        jdbc -> {
          keeping.keep(jdbc, code.hash());
          if (email != null) {
            letter.send(scope, id, email, language, link);
          }
        });
    return new InvitationMade(id, email == null ? link : null);
  }

  static NotFoundException unknown() {
    return new NotFoundException("This invitation is used, withdrawn or too old; ask for another.");
  }
}
