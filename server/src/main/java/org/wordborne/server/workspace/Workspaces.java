package org.wordborne.server.workspace;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The workspaces of this server, and the brand each is about.
@Component
public class Workspaces {
  private static final String DEFAULT = "default-workspace";
  private static final String HOME = "home";
  private final Transactions transactions;
  private final ServerSettings settings;
  private final WorkspaceRegistry registry;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final InstantSource clock;
  private @Nullable WorkspaceId first;

  Workspaces(
      Transactions transactions,
      ServerSettings settings,
      WorkspaceRegistry registry,
      ApplicationEventPublisher events,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.settings = settings;
    this.registry = registry;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// The first workspace of the server, whose pages have plain addresses; made at the first call
  /// ever.
  public synchronized WorkspaceId first() {
    WorkspaceId known = first;
    if (known == null) {
      known = settings.read(DEFAULT).map(WorkspaceId::parse).orElseGet(this::makeFirst);
      if (registry.slug(known).isEmpty()) {
        registry.add(known, HOME);
      }
      first = known;
    }
    return known;
  }

  /* Settled only after the workspace is there: a kill between leaves one that nobody names. */
  private WorkspaceId makeFirst() {
    WorkspaceId made = create("Workspace");
    return WorkspaceId.parse(settings.settle(DEFAULT, made.toString()));
  }

  /// Every workspace that lives, for work that goes through all of them; a new one is among them
  /// from its making on.
  public List<WorkspaceId> all() {
    first();
    return registry.living();
  }

  /// What stands before the path of a page of that workspace: nothing for the first one, as
  /// `/w/lantern` for another.
  public String pagePrefix(WorkspaceId workspace) {
    String slug = registry.slug(workspace);
    return slug.isEmpty() || workspace.equals(first()) ? "" : "/w/" + slug;
  }

  /// Makes a further workspace, to which clocks and followers go from now on; nobody is a member.
  public WorkspaceId make(String name) {
    return make(name, _ -> {});
  }

  /// As that, listed only once `settle` made somebody its owner.
  public WorkspaceId make(String name, Consumer<WorkspaceId> settle) {
    WorkspaceId made = create(name);
    settle.accept(made);
    registry.add(made, name);
    return made;
  }

  /// Ends a workspace: nobody reaches it any more, and what works in it stops.
  public void end(WorkspaceId workspace) {
    transactions.run(Scope.of(workspace), tx -> registry.end(workspace, tx));
    registry.endings();
    events.publishEvent(new WorkspaceEnded(workspace));
  }

  /// Makes a further workspace that nobody is told of: no clock goes there. Tests use it to be
  /// alone.
  public WorkspaceId create(String name) {
    var made = new WorkspaceId(ids.next());
    transactions.run(
        Scope.of(made),
        jdbc ->
            jdbc.sql("insert into workspace (workspace_id, name, created_at) values (?, ?, ?)")
                .params(made.value(), name, Timestamp.from(clock.instant()))
                .update());
    return made;
  }

  /// The workspace's own name, which is not the brand's.
  public String name(Scope scope) {
    return transactions.in(
        scope, jdbc -> jdbc.sql("select name from workspace").query(String.class).single());
  }

  /// The brand as it was set up, or an empty one.
  public Brand brand(Scope scope) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql("select brand, names, place, not_confused, homes, set_up from workspace")
                .query((row, _) -> brand(row))
                .single());
  }

  /// Names the workspace and its brand, which is set up from then on.
  public void rename(Scope scope, String name, Brand brand) {
    transactions.run(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    update workspace
                    set name = ?, brand = ?, names = ?, place = ?, not_confused = ?, homes = ?,
                      set_up = true
                    """)
                .params(
                    name,
                    brand.name(),
                    brand.names().toArray(String[]::new),
                    brand.place(),
                    brand.notConfused().toArray(String[]::new),
                    brand.homes().toArray(String[]::new))
                .update());
  }

  /// How a workspace is told from others.
  ///
  /// @param accent its colour as `#1a7f5a`; null for none
  /// @param sample whether everything in it is made up
  public record Look(String name, @Nullable String accent, boolean logo, boolean sample) {}

  /// How it is told from others.
  public Look look(Scope scope) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql("select name, accent, logo is not null as logo, sample from workspace")
                .query(
                    (row, _) ->
                        new Look(
                            row.getString("name"),
                            row.getString("accent"),
                            row.getBoolean("logo"),
                            row.getBoolean("sample")))
                .single());
  }

  /// Names and colours it; what is null stays, an empty colour is none.
  ///
  /// @throws BadInputException if the colour is not told apart on every page
  public void look(Scope scope, @Nullable String name, @Nullable String accent) {
    String colour = accent == null || accent.isBlank() ? null : Accent.checked(accent);
    transactions.run(
        scope,
        jdbc ->
            jdbc.sql(
                    """
                    update workspace set name = coalesce(:name, name),
                      accent = case when :keeps then accent else :accent end
                    """)
                .param("name", name)
                .param("keeps", accent == null)
                .param("accent", colour)
                .update());
  }

  /// Says that everything in it is made up, for good.
  public void markSample(Scope scope) {
    transactions.run(scope, jdbc -> jdbc.sql("update workspace set sample = true").update());
  }

  /// The living workspace of made-up words, if there is one.
  public Optional<WorkspaceId> sample() {
    return all().stream().filter(one -> look(Scope.of(one)).sample()).findFirst();
  }

  /// Its logo as PNG, if it has one.
  public Optional<byte[]> logo(Scope scope) {
    return transactions.in(
        scope,
        jdbc ->
            jdbc.sql("select logo from workspace where logo is not null")
                .query(byte[].class)
                .optional());
  }

  /// Keeps a logo, or none.
  public void keepLogo(Scope scope, byte @Nullable [] png) {
    transactions.run(
        scope,
        jdbc -> jdbc.sql("update workspace set logo = ?").param(1, png, Types.BINARY).update());
  }

  private static Brand brand(ResultSet row) throws SQLException {
    return new Brand(
        row.getString("brand"),
        words(row.getArray("names")),
        row.getString("place"),
        words(row.getArray("not_confused")),
        words(row.getArray("homes")),
        row.getBoolean("set_up"));
  }

  private static List<String> words(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
