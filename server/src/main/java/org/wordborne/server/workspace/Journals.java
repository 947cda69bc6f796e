package org.wordborne.server.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.LogLine;
import org.wordborne.effect.SignedLog;

/// Books that are only written at their end. Each line holds the hash of the line before it, so
/// that a line changed or taken out later is found; the database refuses both besides. And each is
/// signed with the key of its workspace. What is hashed and signed: [LogLine], [SignedLog].
///
/// No words of people belong in here: ids, codes, amounts, hashes.
@Component
public class Journals {
  private final Transactions transactions;
  private final Ids ids;
  private final SigningKeys keys;
  private final InstantSource clock;

  Journals(Transactions transactions, Ids ids, SigningKeys keys, InstantSource clock) {
    this.transactions = transactions;
    this.ids = ids;
    this.keys = keys;
    this.clock = clock;
  }

  /// A line as it stands.
  ///
  /// @param number within its book, from 1 without a gap
  /// @param about what the deed was done to
  /// @param by the name of who did it
  /// @param previous hash of the line before
  /// @param hash of this line
  /// @param signature of the hash in its book, in hexadecimal
  public record Line(
      UUID id,
      String book,
      long number,
      UUID about,
      Instant at,
      String by,
      String deed,
      SortedMap<String, String> facts,
      String previous,
      String hash,
      String signature) {}

  /// How far a book has come.
  ///
  /// @param count how many lines there are
  /// @param hash of the last line; 64 zeros for none
  /// @param signature of the last line; empty for none
  public record Head(long count, String hash, String signature) {
    /// The head of the lines of a whole book.
    public static Head of(List<Line> lines) {
      return of(lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()));
    }

    private static Head of(Optional<Line> last) {
      return last.map(line -> new Head(line.number(), line.hash(), line.signature()))
          .orElseGet(() -> new Head(0, LogLine.BEFORE_THE_FIRST, ""));
    }
  }

  /// Whose signatures they are.
  ///
  /// @param publicKey Ed25519, as X.509 `SubjectPublicKeyInfo` in hexadecimal
  /// @param fingerprint SHA-256 of the public key's bytes, in hexadecimal
  public record Signer(String publicKey, String fingerprint) {}

  /// Writes a line in the transaction of the deed itself: both stand or neither.
  ///
  /// @param book as `rights` or `crisis/ROOM`
  public Line write(
      Scope scope,
      JdbcClient tx,
      String book,
      UUID about,
      String deed,
      SortedMap<String, String> facts,
      SignedIn by) {
    tx.sql("select pg_advisory_xact_lock(hashtextextended('journal ' || ? || ' ' || ?, 0))")
        .params(scope.workspace().toString(), book)
        .query((_, _) -> 0)
        .list();
    Optional<Line> last = last(tx, book);
    long number = last.map(Line::number).orElse(0L) + 1;
    String previous = last.map(Line::hash).orElse(LogLine.BEFORE_THE_FIRST);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var kept = new TreeMap<>(facts);
    String hash = LogLine.hash(previous, number, now, by.name(), deed, kept);
    String signature = keys.sign(scope, tx, book, hash);
    var line =
        new Line(
            ids.next(), book, number, about, now, by.name(), deed, kept, previous, hash, signature);
    tx.sql(
            """
            insert into journal_line
              (workspace_id, book, number, id, about, at, by_id, by_name, deed, facts, prev, hash,
              signature)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            scope.workspace().value(), book, number, line.id(), about, now.atOffset(ZoneOffset.UTC))
        .param(by.person())
        .params(by.name(), deed, LogLine.written(kept), previous, hash, signature)
        .update();
    return line;
  }

  /// The lines of a book, first one first; only those about one thing if it is given.
  public List<Line> read(Scope scope, String book, @Nullable UUID about) {
    return transactions.in(scope, tx -> read(tx, book, about));
  }

  /// How far a book has come.
  public Head head(Scope scope, String book) {
    return transactions.in(scope, tx -> Head.of(last(tx, book)));
  }

  /// The key with which the workspace signs its books.
  public Signer signer(Scope scope) {
    byte[] key = transactions.in(scope, tx -> keys.publicKey(scope, tx));
    return new Signer(HexFormat.of().formatHex(key), SignedLog.fingerprint(key));
  }

  /// The first line of a book that does not follow from the one before it, if there is any.
  public Optional<Line> firstBroken(Scope scope, String book) {
    String previous = LogLine.BEFORE_THE_FIRST;
    long number = 0;
    for (Line line : read(scope, book, null)) {
      number++;
      String hash = LogLine.hash(previous, number, line.at(), line.by(), line.deed(), line.facts());
      if (line.number() != number
          || !line.previous().equals(previous)
          || !line.hash().equals(hash)) {
        return Optional.of(line);
      }
      previous = hash;
    }
    return Optional.empty();
  }

  private static List<Line> read(JdbcClient tx, String book, @Nullable UUID about) {
    return tx.sql(
            """
            select * from journal_line
            where book = :book and (:about::uuid is null or about = :about::uuid) order by number
            """)
        .param("book", book)
        .param("about", about)
        .query(Journals::line)
        .list();
  }

  private static Optional<Line> last(JdbcClient tx, String book) {
    return tx.sql("select * from journal_line where book = ? order by number desc limit 1")
        .param(book)
        .query(Journals::line)
        .optional();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("book"),
        row.getLong("number"),
        row.getObject("about", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by_name"),
        row.getString("deed"),
        facts(row.getString("facts")),
        row.getString("prev"),
        row.getString("hash"),
        row.getString("signature"));
  }

  private static SortedMap<String, String> facts(String written) {
    var facts = new TreeMap<String, String>();
    written
        .lines()
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              facts.put(line.substring(0, equals), plain(line.substring(equals + 1)));
            });
    return facts;
  }

  private static String plain(String escaped) {
    var plain = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        i++;
        plain.append(
            switch (escaped.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped.charAt(i);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
