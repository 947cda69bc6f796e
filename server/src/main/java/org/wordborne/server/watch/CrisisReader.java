package org.wordborne.server.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.conversation.AskedWords;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.spread.TaleRow;
import org.wordborne.server.spread.Tales;
import org.wordborne.server.watch.CrisisRoomView.CrisisMark;
import org.wordborne.server.watch.CrisisRoomView.CrisisStage;
import org.wordborne.server.watch.CrisisRoomView.CrisisStatement;
import org.wordborne.server.watch.PausedWork.PausedItem;
import org.wordborne.server.workspace.Journals;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.Transactions;

/// Reads a crisis room: its time line is the replay, its stages are how long each step took.
@Component
class CrisisReader {
  private static final int LONGEST_QUOTE = 300;
  private final Transactions transactions;
  private final CrisisRooms rooms;
  private final CrisisLog log;
  private final Tales tales;
  private final Mentions mentions;
  private final AskedWords asked;
  private final ObjectProvider<PausedWork> work;

  CrisisReader(
      Transactions transactions,
      CrisisRooms rooms,
      CrisisLog log,
      Tales tales,
      Mentions mentions,
      AskedWords asked,
      ObjectProvider<PausedWork> work) {
    this.transactions = transactions;
    this.rooms = rooms;
    this.log = log;
    this.tales = tales;
    this.mentions = mentions;
    this.asked = asked;
    this.work = work;
  }

  CrisisRoomView view(Scope scope, UUID id) {
    CrisisRef room = rooms.find(scope, id);
    return transactions.in(scope, tx -> view(scope, room, tx));
  }

  private CrisisRoomView view(Scope scope, CrisisRef room, JdbcClient tx) {
    TaleRow tale = tales.find(scope, room.tale()).orElse(null);
    List<CrisisStatement> statements = StatementBook.of(tx, room.id());
    var marks = new ArrayList<CrisisMark>();
    ofTale(scope, room, tale, marks, tx);
    ofLog(scope, room, statements, marks, tx);
    marks.sort(Comparator.comparing(CrisisMark::at));
    var closed = CrisisBook.closed(tx, room.id());
    return new CrisisRoomView(
        room,
        tale,
        statements,
        marks,
        stages(tale, marks),
        room.closedAt() == null ? paused(scope) : List.of(),
        closed.by(),
        closed.learnt(),
        log.isIntact(scope, room.id()));
  }

  /// What waits because a room is open, the earliest first.
  List<PausedItem> paused(Scope scope) {
    return work.stream()
        .flatMap(one -> one.held(scope).stream())
        .sorted(Comparator.comparing(PausedItem::at))
        .toList();
  }

  private void ofTale(
      Scope scope, CrisisRef room, @Nullable TaleRow tale, List<CrisisMark> marks, JdbcClient tx) {
    if (tale != null) {
      tales
          .first(scope, tale.id())
          .flatMap(first -> mentions.find(scope, first))
          .ifPresent(first -> marks.add(mark(tale.begunAt(), "first", first)));
      marks.add(new CrisisMark(tale.lastAt(), "last", "", "", null));
    }
    AlarmBook.ofTale(tx, room.tale())
        .ifPresent(alarm -> marks.add(new CrisisMark(alarm.raisedAt(), "alarm", "", "", null)));
    AlarmBook.taken(tx, room.tale()).ifPresent(alarm -> marks.add(acknowledged(alarm)));
    for (var answer : asked.answers(scope, tales.words(scope, room.tale()))) {
      if (room.closedAt() == null || answer.at().isBefore(room.closedAt())) {
        marks.add(
            new CrisisMark(
                answer.at(), "answer", answer.by(), quote(answer.text()), answer.mention()));
      }
    }
  }

  private static CrisisMark acknowledged(AlarmRecord alarm) {
    Instant at = alarm.ackAt() == null ? alarm.raisedAt() : alarm.ackAt();
    String by = alarm.ackName() == null ? "" : alarm.ackName();
    return new CrisisMark(at, "acknowledged", by, "", null);
  }

  private static CrisisMark mark(Instant at, String kind, Mention word) {
    boolean gone = word.isDeleted();
    return new CrisisMark(
        at, kind, gone ? "" : word.author().name(), gone ? "" : quote(word.text()), word.id());
  }

  private static String quote(String text) {
    String line = text.strip();
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + " …";
  }

  private void ofLog(
      Scope scope,
      CrisisRef room,
      List<CrisisStatement> statements,
      List<CrisisMark> marks,
      JdbcClient tx) {
    Map<UUID, String> decisions = StatementBook.decisions(tx, room.id());
    Map<UUID, CrisisStatement> versions =
        statements.stream().collect(Collectors.toMap(CrisisStatement::id, one -> one));
    for (Journals.Line line : log.read(scope, room.id())) {
      marks.add(
          new CrisisMark(
              line.at(), line.deed(), line.by(), words(line, decisions, versions), null));
    }
  }

  private static String words(
      Journals.Line line, Map<UUID, String> decisions, Map<UUID, CrisisStatement> versions) {
    String decision = line.facts().get("decision");
    if (decision != null) {
      return decisions.getOrDefault(UUID.fromString(decision), "");
    }
    String statement = line.facts().get("statement");
    CrisisStatement version = statement == null ? null : versions.get(UUID.fromString(statement));
    if (version == null) {
      return "";
    }
    return line.deed().equals("changes")
        ? version.version() + ": " + version.note()
        : Integer.toString(version.version());
  }

  /* First telling → alarm → somebody has it → statement approved → the last telling. */
  private static List<CrisisStage> stages(@Nullable TaleRow tale, List<CrisisMark> marks) {
    Instant first = at(marks, "first");
    Instant alarm = at(marks, "alarm");
    Instant taken = at(marks, "acknowledged");
    Instant said = at(marks, "approved");
    Instant quiet = tale == null || tale.quietAt() == null ? null : tale.lastAt();
    return List.of(
        stage("alarm", first, alarm),
        stage("acknowledged", alarm, taken),
        stage("statement", taken == null ? alarm : taken, said),
        stage("quiet", said, quiet));
  }

  private static @Nullable Instant at(List<CrisisMark> marks, String kind) {
    return marks.stream()
        .filter(mark -> mark.kind().equals(kind))
        .findFirst()
        .map(CrisisMark::at)
        .orElse(null);
  }

  private static CrisisStage stage(String name, @Nullable Instant from, @Nullable Instant at) {
    Long seconds = from == null || at == null ? null : Duration.between(from, at).toSeconds();
    return new CrisisStage(name, from, at, seconds);
  }
}
