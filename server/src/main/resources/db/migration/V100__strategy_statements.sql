-- What we wrote down of our plan, the themes of the people, their weeks, and what was decided.

-- query is what a statement is about; "" leaves it to its own words. amount is set for spend only.
create table statement (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('aim', 'promise', 'competence', 'refusal', 'spend')),
  text text not null,
  query text not null default '',
  amount_minor bigint,
  currency text,
  by_name text not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (workspace_id, id)
);

-- words are those by which a theme was found; linked are statements that a person tied to it.
create table theme (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  query text not null,
  origin text not null check (origin in ('words', 'said', 'topic', 'hand')),
  topic_id uuid,
  words text[] not null default '{}',
  linked uuid[] not null default '{}',
  state text not null check (state in ('proposed', 'kept', 'aside')),
  owner_name text not null default '',
  version int not null default 1,
  campaign_id uuid,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index theme_name on theme (workspace_id, lower(name));

-- What a week's look saw: over the twelve weeks before its day.
create table theme_week (
  workspace_id uuid not null,
  week date not null,
  theme_id uuid not null,
  persons int not null,
  say double precision,
  they double precision,
  primary key (workspace_id, week, theme_id)
);

create table strategy_week (
  workspace_id uuid not null,
  week date not null,
  persons int not null,
  posts int not null,
  agreement double precision,
  low double precision,
  high double precision,
  primary key (workspace_id, week)
);

create table decision (
  workspace_id uuid not null,
  id uuid not null,
  number bigint not null,
  theme_id uuid not null,
  theme_name text not null,
  verdict text not null check (verdict in ('fits', 'conflicts', 'beyond')),
  answer text not null check (answer in ('yes', 'no', 'later')),
  reason text not null,
  did text not null,
  owner_id uuid,
  owner_name text not null,
  at timestamptz not null,
  again_on date not null,
  public boolean not null,
  primary key (workspace_id, id)
);
create unique index decision_number on decision (workspace_id, number);
create index decision_theme on decision (workspace_id, theme_id, number desc);
comment on table decision is 'append-only';

do $$
declare
  name text;
begin
  foreach name in array array['statement', 'theme', 'theme_week', 'strategy_week', 'decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I using (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)',
      name);
    execute format('grant select, insert, update, delete on %I to wordborne_app', name);
  end loop;
end
$$;
revoke update, delete on decision from wordborne_app;
