package org.wordborne.server.workspace.act;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.effect.LogLine;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Sha256;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;
import org.wordborne.server.workspace.personal.NamesTaken;

/// The book of acts of each workspace: what the program adds by itself, whether it still holds,
/// and how somebody's words leave it.
///
/// What people do gets its line without being asked for ([ActLedger]).
@Component
public class ActBook {
  private static final int PAGE = 200;
  private static final int AT_A_TIME = 100;
  private static final String FORGET = "audit.forget";
  private final ActLedger ledger;
  private final Transactions transactions;

  ActBook(ActLedger ledger, Transactions transactions) {
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /// Whose words are to leave: whole changes of these rows, and these names out of all others.
  public record Matcher(Set<UUID> rows, NamesTaken names) {
    /// Copies the rows.
    public Matcher {
      rows = Set.copyOf(rows);
    }
  }

  /// The first place where a book does not hold.
  ///
  /// @param line its number
  /// @param why in plain words
  public record Broken(long line, String why) {}

  /// Writes a line of the program's own deed (a backup, a retention, an erasure) at the end of the
  /// transaction that is open. While a person's request is answered, the line names that person.
  ///
  /// @param facts ids, codes and amounts, no words of people; names are letters and dots
  public void write(
      Scope scope, JdbcClient tx, String deed, @Nullable UUID about, Map<String, String> facts) {
    write(scope, tx, ledger.newId(), deed, about, facts);
  }

  /// Writes the line of the act that goes on now, before it does anything: for what is not done in
  /// transactions of this thread. Where nobody asked for the work there is no act, and no line.
  public void begun(Scope scope, @Nullable UUID about) {
    Act.current()
        .ifPresent(act -> transactions.run(scope, tx -> ledger.begun(scope, tx, act, about)));
  }

  /// Notes nothing of what the rest of the open transaction changes: what is erased must not be
  /// kept here instead. The act's line is written all the same.
  public void unnoted(JdbcClient tx) {
    tx.sql("select set_config('wordborne.act', '', true)").query((_, _) -> 0).single();
  }

  /// Takes somebody's words out of the book, in the open transaction, and writes a line that says
  /// how many changes lost theirs. Their digests stay, so the chain holds.
  ///
  /// @return how many changes were erased
  public int forget(Scope scope, JdbcClient tx, Matcher whom) {
    UUID id = ledger.newId();
    List<String> erased = ForgottenChanges.take(tx, id, whom);
    var facts = Map.of("erased", Integer.toString(erased.size()), "which", digest(erased));
    write(scope, tx, id, FORGET, null, facts);
    return erased.size();
  }

  /// Writes that somebody was refused what they are not allowed, in a transaction of its own.
  void refused(SignedIn who, Act act) {
    transactions.run(
        who.scope(),
        tx ->
            ledger.say(
                who.scope(),
                tx,
                new ActLedger.Saying(
                    ledger.newId(),
                    1,
                    who,
                    act.way(),
                    act.deed(),
                    true,
                    act.about(),
                    new TreeMap<>())));
  }

  /// Writes that somebody signed in, or tried to, where the sign-in itself is kept elsewhere.
  ///
  /// @param deed as `session.signIn`
  public void signedIn(SignedIn who, String deed, boolean refused) {
    transactions.run(
        who.scope(),
        tx ->
            ledger.say(
                who.scope(),
                tx,
                new ActLedger.Saying(
                    ledger.newId(),
                    1,
                    who,
                    ActWay.SESSION,
                    deed,
                    refused,
                    who.person(),
                    new TreeMap<>())));
  }

  private void write(
      Scope scope,
      JdbcClient tx,
      UUID id,
      String deed,
      @Nullable UUID about,
      Map<String, String> facts) {
    Optional<Act> act = Act.current();
    ledger.say(
        scope,
        tx,
        new ActLedger.Saying(
            id,
            1,
            act.map(Act::who).orElse(null),
            act.map(Act::way).orElse(ActWay.PROGRAM),
            deed,
            false,
            about,
            new TreeMap<>(facts)));
  }

  /// How many lines the book has.
  public long lines(Scope scope) {
    return transactions.in(scope, ActBook::head).number();
  }

  /// Where the book of a workspace was changed, cut or added to by anybody but this program.
  public Optional<Broken> firstBroken(Scope scope) {
    Head head = transactions.in(scope, ActBook::head);
    if (head.last() > head.number()) {
      return Optional.of(new Broken(head.number() + 1, "the line stands behind the book's end"));
    }
    if (head.number() > 0 && !head.seal().equals(ledger.seal(scope, head.number(), head.hash()))) {
      return Optional.of(new Broken(head.number(), "the end of the book carries a foreign seal"));
    }
    String previous = LogLine.BEFORE_THE_FIRST;
    for (long from = 0; from < head.number(); from += PAGE) {
      long first = from + 1;
      long last = Math.min(from + PAGE, head.number());
      List<Kept> lines = transactions.in(scope, tx -> lines(tx, first, last));
      Map<String, Changes> changes = transactions.in(scope, tx -> changes(tx, first, last));
      Optional<Broken> broken = broken(scope, previous, first, last, lines, changes);
      if (broken.isPresent()) {
        return broken;
      }
      previous = lines.getLast().hash();
    }
    if (!previous.equals(head.hash())) {
      return Optional.of(new Broken(head.number(), "the last line is not the one that was last"));
    }
    return transactions.in(scope, this::outside);
  }

  private Optional<Broken> broken(
      Scope scope,
      String before,
      long first,
      long last,
      List<Kept> lines,
      Map<String, Changes> changes) {
    String previous = before;
    long expected = first;
    for (Kept kept : lines) {
      ActLine line = kept.line();
      if (line.number() != expected) {
        return Optional.of(new Broken(expected, "the line is missing"));
      }
      if (!kept.previous().equals(previous) || !kept.hash().equals(line.hash(previous))) {
        return Optional.of(new Broken(expected, "the line does not follow from the one before"));
      }
      if (!kept.seal().equals(ledger.seal(scope, expected, kept.hash()))) {
        return Optional.of(new Broken(expected, "the line was not written by this server"));
      }
      Changes noted = changes.getOrDefault(line.id() + " " + line.step(), new Changes());
      if (!noted.hold() || !line.digest().equals(noted.digest())) {
        return Optional.of(new Broken(expected, "what it says was changed is not what was noted"));
      }
      previous = kept.hash();
      expected++;
    }
    return expected > last
        ? Optional.empty()
        : Optional.of(new Broken(expected, "the line is missing"));
  }

  /* Changes of no line, and words taken out that no line tells of. */
  private Optional<Broken> outside(JdbcClient tx) {
    List<UUID> strays =
        tx.sql(
                """
                select c.act from act_change c
                where not exists (select 1 from act_line l where l.id = c.act and l.step = c.step)
                limit 1
                """)
            .query(UUID.class)
            .list();
    if (!strays.isEmpty()) {
      return Optional.of(new Broken(head(tx).number() + 1, "a change belongs to no line"));
    }
    var erased = new HashMap<UUID, List<String>>();
    tx.sql("select erased_by, act, step, number from act_change where erased_by is not null")
        .query(
            row -> {
              String which = row.getString(2) + " " + row.getInt(3) + " " + row.getInt(4);
              erased
                  .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                  .add(which);
            });
    var told = new LinkedHashMap<UUID, ActLine>();
    tx.sql("select * from act_line where deed = ? order by number")
        .param(FORGET)
        .query(ActLine::of)
        .list()
        .forEach(line -> told.put(line.id(), line));
    return Stream.concat(told.keySet().stream(), erased.keySet().stream())
        .distinct()
        .filter(id -> !agrees(told.get(id), erased.getOrDefault(id, List.of())))
        .findFirst()
        .map(
            id -> {
              ActLine line = told.get(id);
              return new Broken(
                  line == null ? head(tx).number() : line.number(),
                  "changes were erased that no line tells of");
            });
  }

  private static boolean agrees(@Nullable ActLine told, Collection<String> erased) {
    return told != null && digest(erased).equals(told.facts().get("which"));
  }

  private static String digest(Collection<String> which) {
    return Sha256.hex(which.stream().sorted().collect(Collectors.joining("\n")));
  }

  /// A word as it stands for itself in `ilike`.
  static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /* `last` is the highest number there is, which must be that of the head. */
  private record Head(long number, String hash, String seal, long last) {}

  private record Kept(ActLine line, String previous, String hash, String seal) {}

  /* What was changed by one line, of which nothing but the digests is kept: an act may have changed
  much, and the whole book is read. */
  private static final class Changes {
    private final List<byte[]> digests = new ArrayList<>();
    private boolean hold = true;

    void add(Change change) {
      digests.add(change.digest());
      hold &= change.holds();
    }

    boolean hold() {
      return hold;
    }

    String digest() {
      return ActLine.digest(digests);
    }
  }

  private record Change(byte[] digest, boolean erased, byte[] salt, String said) {
    /* What was erased is judged by its digest alone; what was not must be what was digested. */
    boolean holds() {
      byte[] words = said.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      byte[] all = new byte[salt.length + words.length];
      System.arraycopy(salt, 0, all, 0, salt.length);
      System.arraycopy(words, 0, all, salt.length, words.length);
      return erased || Sha256.hex(all).equals(HexFormat.of().formatHex(digest));
    }
  }

  private static Head head(JdbcClient tx) {
    return tx.sql(
            """
            select coalesce(max(h.number), 0), coalesce(max(h.hash), ?), coalesce(max(h.seal), ''),
              (select coalesce(max(number), 0) from act_line)
            from act_head h
            """)
        .param(LogLine.BEFORE_THE_FIRST)
        .query(
            (row, _) ->
                new Head(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)))
        .single();
  }

  private static List<Kept> lines(JdbcClient tx, long first, long last) {
    return tx.sql("select * from act_line where number between ? and ? order by number")
        .params(first, last)
        .query(
            (row, index) ->
                new Kept(
                    ActLine.of(row, index),
                    row.getString("prev"),
                    row.getString("hash"),
                    row.getString("seal")))
        .list();
  }

  private static Map<String, Changes> changes(JdbcClient tx, long first, long last) {
    var changes = new HashMap<String, Changes>();
    tx.sql(
            """
            select c.act || ' ' || c.step as place, c.digest, c.erased_by is not null as erased,
              coalesce(c.salt, '') as salt,
              concat_ws(E'\\n', c.thing, c.row_id, c.op, to_jsonb(c.label)::text,
                coalesce(c.before::text, ''), coalesce(c.after::text, ''),
                array_to_string(c.hidden, ',')) as said
            from act_line l join act_change c on c.act = l.id and c.step = l.step
            where l.number between ? and ?
            order by c.act, c.step, c.number
            """)
        .withFetchSize(AT_A_TIME)
        .params(first, last)
        .query(
            row -> {
              var change =
                  new Change(row.getBytes(2), row.getBoolean(3), row.getBytes(4), row.getString(5));
              changes.computeIfAbsent(row.getString(1), _ -> new Changes()).add(change);
            });
    return changes;
  }
}
