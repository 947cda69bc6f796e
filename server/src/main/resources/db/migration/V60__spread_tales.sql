-- Words on the move: which topics are told on, the tales, who tells them, and how much is usual.

create table tale_topic (
  workspace_id uuid not null,
  topic_id uuid not null,
  line int not null,
  primary key (workspace_id, topic_id)
);

-- topic_id is null for a tale that is known by its wording alone.
create table tale (
  workspace_id uuid not null,
  id uuid not null,
  topic_id uuid,
  root_mention uuid not null,
  root_print bigint not null,
  title text not null,
  begun_at timestamptz not null,
  last_at timestamptz not null,
  quiet_at timestamptz,
  told int not null default 0,
  live boolean not null default false,
  truth text not null default 'open' check (truth in ('open', 'true', 'false')),
  fact text not null default '',
  line int not null,
  primary key (workspace_id, id)
);
create index tale_topic_time on tale (workspace_id, topic_id, last_at desc);
create index tale_last on tale (workspace_id, last_at desc);

-- One row for each word that tells it; people are counted once, by their first.
create table telling (
  workspace_id uuid not null,
  tale_id uuid not null,
  mention_id uuid not null,
  handle uuid not null,
  at timestamptz not null,
  asks boolean not null,
  own_words boolean not null,
  followers bigint not null,
  print bigint not null,
  primary key (workspace_id, tale_id, mention_id)
);
create index telling_mention on telling (workspace_id, mention_id);
create index telling_time on telling (workspace_id, tale_id, at desc);

-- Which word counts for which topic in which minute of its being spoken; kept for 60 days.
create table topic_word (
  workspace_id uuid not null,
  topic_id uuid not null,
  minute timestamptz not null,
  mention_id uuid not null,
  handle uuid not null,
  primary key (workspace_id, topic_id, minute, mention_id)
);
create index topic_word_mention on topic_word (workspace_id, mention_id);
create index topic_word_minute on topic_word (workspace_id, minute);

-- What a detector knows. It is stale where words were heard of minutes that it went past before.
create table burst_state (
  workspace_id uuid not null,
  topic_id uuid not null,
  state bytea not null,
  upto timestamptz not null,
  anew_at timestamptz not null,
  stale boolean not null default false,
  primary key (workspace_id, topic_id)
);

create table burst (
  workspace_id uuid not null,
  topic_id uuid not null,
  at timestamptz not null,
  ended_at timestamptz,
  score double precision not null,
  words int not null,
  span int not null,
  usual_low double precision not null,
  usual_high double precision not null,
  primary key (workspace_id, topic_id, at)
);

do $$
declare
  name text;
begin
  foreach name in array array['tale_topic', 'tale', 'telling', 'topic_word', 'burst_state', 'burst'] loop
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
