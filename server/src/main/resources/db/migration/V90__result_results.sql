-- Results: what was heard by day, who spoke by day, and what was typed in beside it.

-- One row for each word that counts, so that it can be taken out again. ours_alone marks a post of
-- our own that answers nobody; such a row counts as no voice.
create table counted_word (
  workspace_id uuid not null,
  mention_id uuid not null,
  day date not null,
  at timestamptz not null,
  handle uuid not null,
  mood text not null,
  topics uuid[] not null,
  views bigint not null,
  ours boolean not null,
  primary key (workspace_id, mention_id)
);
create index counted_word_day on counted_word (workspace_id, day);

-- The topic of nothing but zeros stands for everything that was heard. Days are those of UTC.
create table result_day (
  workspace_id uuid not null,
  topic_id uuid not null,
  day date not null,
  words int not null,
  positive int not null,
  negative int not null,
  neutral int not null,
  mixed int not null,
  unsure int not null,
  views bigint not null,
  views_told int not null,
  primary key (workspace_id, topic_id, day)
) with (fillfactor = 70);

create table person_day (
  workspace_id uuid not null,
  topic_id uuid not null,
  day date not null,
  handle uuid not null,
  words int not null,
  glad int not null,
  primary key (workspace_id, topic_id, day, handle)
) with (fillfactor = 80);
-- When somebody was first heard.
create index person_day_handle on person_day (workspace_id, topic_id, handle, day);

create table topic_role (
  workspace_id uuid not null,
  topic_id uuid not null,
  role text not null check (role in ('ours', 'rival')),
  brand text not null,
  primary key (workspace_id, topic_id)
);

-- What was paid for elsewhere; responses are assumed by whoever typed them, and told so.
create table spend (
  workspace_id uuid not null,
  id uuid not null,
  what text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  from_day date not null,
  to_day date not null,
  responses bigint not null check (responses > 0),
  assumption text not null,
  by_name text not null,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);

create table confounder (
  workspace_id uuid not null,
  id uuid not null,
  measure text not null,
  from_day date not null,
  to_day date not null,
  what text not null,
  by_name text not null,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);

-- A campaign that ran before it could be planned here.
create table past_campaign (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  from_day date not null,
  to_day date not null,
  topics uuid[] not null,
  spent_minor bigint not null,
  currency text not null,
  minutes bigint not null,
  primary key (workspace_id, id)
);

create table result_setting (
  workspace_id uuid primary key,
  hour_minor bigint not null check (hour_minor >= 0),
  currency text not null
);

-- What was sent to somebody outside stays as it was sent.
create table report (
  workspace_id uuid not null,
  id uuid not null,
  from_day date not null,
  to_day date not null,
  campaign_id uuid,
  made_at timestamptz not null,
  made_by text not null,
  view text not null,
  hash text not null,
  primary key (workspace_id, id)
);
comment on table report is 'append-only';

do $$
declare
  name text;
begin
  foreach name in array array['counted_word', 'result_day', 'person_day', 'topic_role', 'spend',
      'confounder', 'past_campaign', 'result_setting', 'report'] loop
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
