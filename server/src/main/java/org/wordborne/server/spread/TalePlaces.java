package org.wordborne.server.spread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.workspace.Ids;
import org.wordborne.text.Fingerprint;

/// Finds for each word of a batch the tale it tells, or begins one.
final class TalePlaces {
  private static final int LINE = 250;
  private static final int LONGEST_TITLE = 60;

  /// With so many of a tale's newest words a further one is compared, to see whether it copies one.
  private static final int PRINTS = 2_000;

  private final UUID workspace;
  private final JdbcClient tx;
  private final Ids ids;
  private final Mentions mentions;
  private final Map<UUID, String> names;
  private final Map<UUID, Integer> marked;
  private final Map<UUID, Mention> batch = new HashMap<>();
  private final List<Open> open = new ArrayList<>();
  private final Map<UUID, List<Long>> prints = new HashMap<>();
  private final List<Telling> told = new ArrayList<>();
  private final Set<UUID> fresh = new HashSet<>();

  /// A tale whose ends move while the batch is told.
  private static final class Open {
    private final TaleLine line;
    private Instant first;
    private Instant last;

    Open(TaleLine line) {
      this.line = line;
      this.first = line.begunAt();
      this.last = line.lastAt();
    }

    boolean reaches(Instant at) {
      return !at.isBefore(first.minus(TaleBook.SILENCE))
          && !at.isAfter(last.plus(TaleBook.SILENCE));
    }

    void stretch(Instant at) {
      first = at.isBefore(first) ? at : first;
      last = at.isAfter(last) ? at : last;
    }
  }

  TalePlaces(
      UUID workspace,
      JdbcClient tx,
      Ids ids,
      Mentions mentions,
      Map<UUID, String> names,
      List<Mention> words) {
    this.workspace = workspace;
    this.tx = tx;
    this.ids = ids;
    this.mentions = mentions;
    this.names = names;
    this.marked = TaleBook.marked(tx);
    words.forEach(word -> batch.put(word.id(), word));
    TaleBook.around(tx, words.getFirst().spokenAt(), words.getLast().spokenAt())
        .forEach(line -> open.add(new Open(line)));
  }

  /// Tells the words, in the order in which they were spoken.
  void tell(List<Mention> words, CopyRing ring) {
    for (Mention word : words) {
      boolean byTopic = false;
      for (UUID topic : word.topics()) {
        Integer line = marked.get(topic);
        if (line != null && names.containsKey(topic)) {
          add(ofTopic(topic, line, word), word);
          byTopic = true;
        }
      }
      if (!byTopic && SpreadFollower.isFresh(word)) {
        byWording(word, ring);
      }
    }
    TaleBook.tell(tx, workspace, told);
  }

  private Open ofTopic(UUID topic, int line, Mention word) {
    for (Open one : open) {
      if (topic.equals(one.line.topic()) && one.reaches(word.spokenAt())) {
        return one;
      }
    }
    return begin(topic, names.getOrDefault(topic, ""), line, word);
  }

  private void byWording(Mention word, CopyRing ring) {
    List<UUID> alike = ring.take(word);
    for (Open one : open) {
      boolean same =
          one.line.topic() == null
              && one.reaches(word.spokenAt())
              && one.line.rootPrint() != 0
              && Fingerprint.distance(one.line.rootPrint(), word.fingerprint()) <= Fingerprint.NEAR;
      if (same) {
        add(one, word);
        return;
      }
    }
    if (alike.isEmpty()) {
      return;
    }
    List<Mention> all =
        kept(alike).stream()
            .filter(SpreadFollower::counts)
            .sorted(java.util.Comparator.comparing(Mention::spokenAt))
            .toList();
    if (all.size() < CopyRing.MANY) {
      return;
    }
    Open tale = begin(null, title(all.getFirst()), LINE, all.getFirst());
    all.forEach(one -> add(tale, one));
  }

  /* Of the batch itself as it came, of earlier ones as they are kept. */
  private List<Mention> kept(List<UUID> ids) {
    var all = new ArrayList<Mention>();
    var earlier = new ArrayList<UUID>();
    for (UUID id : ids) {
      Mention here = batch.get(id);
      if (here == null) {
        earlier.add(id);
      } else {
        all.add(here);
      }
    }
    all.addAll(mentions.byIds(tx, earlier));
    return all;
  }

  private Open begin(@Nullable UUID topic, String title, int line, Mention root) {
    var tale =
        new TaleLine(
            ids.next(),
            topic,
            root.id(),
            root.fingerprint(),
            title,
            root.spokenAt(),
            root.spokenAt(),
            null,
            0,
            false,
            "open",
            "",
            line);
    TaleBook.begin(tx, workspace, tale);
    var begun = new Open(tale);
    open.add(begun);
    prints.put(tale.id(), new ArrayList<>());
    return begun;
  }

  private void add(Open tale, Mention word) {
    tale.stretch(word.spokenAt());
    var known = prints.computeIfAbsent(tale.line.id(), this::printsOf);
    boolean copies = known.stream().anyMatch(print -> isCopy(print, word.fingerprint()));
    known.add(word.fingerprint());
    told.add(
        new Telling(
            tale.line.id(),
            word.id(),
            word.author().handle(),
            word.spokenAt(),
            asks(word),
            word.repostOf().isEmpty() && !copies,
            word.author().followers(),
            word.fingerprint()));
    if (SpreadFollower.isFresh(word)) {
      fresh.add(tale.line.id());
    }
  }

  private List<Long> printsOf(UUID tale) {
    return new ArrayList<>(TaleBook.prints(tx, tale, PRINTS));
  }

  private static boolean isCopy(long one, long other) {
    return one != 0 && other != 0 && Fingerprint.distance(one, other) <= Fingerprint.NEAR;
  }

  private static boolean asks(Mention word) {
    var intents = word.understanding().intents();
    return intents.containsKey("question") || word.text().strip().endsWith("?");
  }

  private static String title(Mention word) {
    String line = word.text().strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int cut = line.lastIndexOf(' ', LONGEST_TITLE);
    return line.substring(0, cut > 0 ? cut : line.offsetByCodePoints(0, 30)) + " …";
  }

  /// The tales that were told.
  Set<UUID> touched() {
    var touched = new HashSet<UUID>();
    told.forEach(one -> touched.add(one.tale()));
    return touched;
  }

  /// Those of them that were heard while they were fresh.
  Set<UUID> fresh() {
    return fresh;
  }
}
