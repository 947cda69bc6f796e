package org.wordborne.server.source;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wordborne.server.mention.LiveEvents;
import org.wordborne.server.mention.Mention;
import org.wordborne.server.mention.MentionViews;
import org.wordborne.server.mention.Mentions;
import org.wordborne.server.source.ProposalBook.Proposal;
import org.wordborne.server.source.ProposalsView.CandidateView;
import org.wordborne.server.source.ProposalsView.EvidenceView;
import org.wordborne.server.source.ProposalsView.ProposalView;
import org.wordborne.server.workspace.BadInputException;
import org.wordborne.server.workspace.ConflictException;
import org.wordborne.server.workspace.NotFoundException;
import org.wordborne.server.workspace.Scope;
import org.wordborne.server.workspace.SignedIn;
import org.wordborne.server.workspace.Transactions;

/// Places nobody listed, proposed as sources with what speaks for them; a person decides.
@Component
public class SourceProposals {
  private static final int MOST_WORDS = 200;
  private static final int VOICES = 3;
  private static final int LONGEST_LINE = 200;

  private final Transactions transactions;
  private final SourceHosts hosts;
  private final SourceDesk desk;
  private final Mentions mentions;
  private final MentionViews views;
  private final LiveEvents live;
  private final InstantSource clock;
  /* One decision at a time: two people who accept the same at once get one source. */
  private final ReentrantLock deciding = new ReentrantLock();

  SourceProposals(
      Transactions transactions,
      SourceHosts hosts,
      SourceDesk desk,
      Mentions mentions,
      MentionViews views,
      LiveEvents live,
      InstantSource clock) {
    this.transactions = transactions;
    this.hosts = hosts;
    this.desk = desk;
    this.mentions = mentions;
    this.views = views;
    this.live = live;
    this.clock = clock;
  }

  /// Those that wait for a decision, the newest first.
  public ProposalsView open(Scope scope) {
    var known = hosts.of(scope);
    return transactions.in(
        scope,
        tx ->
            new ProposalsView(
                new ProposalBook(scope, tx)
                    .open(known).stream().map(proposal -> view(scope, proposal, tx)).toList()));
  }

  /// How many wait for a decision.
  public long count(Scope scope) {
    var known = hosts.of(scope);
    return transactions.in(scope, tx -> new ProposalBook(scope, tx).count(known));
  }

  private ProposalView view(Scope scope, Proposal proposal, JdbcClient tx) {
    var said =
        mentions.byIds(tx, new LinkBook(scope, tx).saying(proposal.host(), MOST_WORDS)).stream()
            .filter(mention -> !mention.isDeleted() && !mention.hidden())
            .toList();
    long people = said.stream().map(mention -> mention.author().handle()).distinct().count();
    var newest = said.subList(0, Math.min(VOICES, said.size()));
    var evidence = new ArrayList<EvidenceView>(new ProposalBook(scope, tx).evidence(proposal.id()));
    newest.forEach(mention -> evidence.add(linkedBy(mention)));
    return new ProposalView(
        proposal.id(),
        proposal.host(),
        proposal.url(),
        proposal.title(),
        proposal.candidates(),
        evidence,
        people,
        views.of(scope, newest),
        proposal.foundAt());
  }

  private static EvidenceView linkedBy(Mention mention) {
    String words = mention.text().isBlank() ? mention.title() : mention.text();
    String line = words.replaceAll("\\s+", " ").strip();
    boolean fits = line.codePointCount(0, line.length()) <= LONGEST_LINE;
    String text =
        fits ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 2)) + " …";
    return new EvidenceView("linked-by", text, mention.url(), mention.id(), mention.spokenAt());
  }

  /// Adds a proposed place as a source, which is asked at once.
  ///
  /// @param draft what was chosen: the kind is one of the candidates', the first where it is
  ///     empty; address and name are the proposal's where they are left out
  /// @throws ConflictException if somebody has decided already
  SourceDesk.Added accept(SignedIn by, UUID id, AcceptDraft draft) {
    Scope scope = by.scope();
    deciding.lock();
    try {
      Proposal proposal = undecided(scope, id);
      var added = desk.add(scope, chosen(proposal, draft));
      decide(scope, id, "accepted", added.source().id());
      return added;
    } finally {
      deciding.unlock();
    }
  }

  /// What a person chose.
  record AcceptDraft(
      @Nullable String kind,
      @Nullable String name,
      java.util.@Nullable Map<String, String> settings,
      @Nullable Boolean everything) {}

  private static SourceDraft chosen(Proposal proposal, AcceptDraft draft) {
    CandidateView candidate = candidate(proposal, draft.kind());
    var settings = new HashMap<String, String>();
    settings.put("url", candidate.url());
    if (draft.settings() != null) {
      settings.putAll(draft.settings());
    }
    String name = draft.name() == null || draft.name().isBlank() ? proposal.title() : draft.name();
    return new SourceDraft(candidate.kind(), name, settings, draft.everything());
  }

  private static CandidateView candidate(Proposal proposal, @Nullable String kind) {
    if (kind == null || kind.isBlank()) {
      return proposal.candidates().getFirst();
    }
    return proposal.candidates().stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () -> {
              String kinds =
                  proposal.candidates().stream()
                      .map(CandidateView::kind)
                      .distinct()
                      .collect(Collectors.joining(" or "));
              return new BadInputException("kind", kind, "It can be heard as " + kinds + ".");
            });
  }

  /// Declines a proposal.
  ///
  /// @param always never propose this host again; else it may come again when it is linked anew
  /// @throws ConflictException if somebody has decided already
  void decline(SignedIn by, UUID id, boolean always) {
    Scope scope = by.scope();
    deciding.lock();
    try {
      undecided(scope, id);
      decide(scope, id, always ? "never" : "declined", null);
    } finally {
      deciding.unlock();
    }
  }

  private Proposal undecided(Scope scope, UUID id) {
    Proposal proposal =
        transactions
            .in(scope, tx -> new ProposalBook(scope, tx).find(id))
            .orElseThrow(() -> new NotFoundException("There is no proposal " + id + "."));
    if (!proposal.state().equals("open")) {
      throw new ConflictException("Somebody has decided about " + proposal.host() + " already.");
    }
    return proposal;
  }

  private void decide(Scope scope, UUID id, String state, @Nullable UUID source) {
    var now = clock.instant();
    transactions.run(scope, tx -> new ProposalBook(scope, tx).decide(id, state, source, now));
    live.publish(
        scope.workspace(), "sources", new LiveEvents.Changed(java.util.Set.of(id.toString())));
  }
}
