-- Conversations: what needs an answer, in which order, who has it, and our replies.

create table conversation (
  workspace_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  title text not null,
  person_id uuid,
  title_mention uuid not null,
  opener_mention uuid not null,
  state text not null check (state in ('open', 'later', 'done')),
  assignee_id uuid,
  later_until timestamptz,
  -- Fades alike for all, so this order holds for ever (docs/formulas.md, Need).
  rank double precision not null,
  need_set smallint check (need_set between 1 and 4),
  need_set_by text,
  reasons jsonb not null,
  waits_since timestamptz not null,
  audience bigint not null,
  answered boolean not null default false,
  people_count int not null default 1,
  source_ids uuid[] not null default '{}',
  last_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, thread_id)
);
create index conversation_queue on conversation (workspace_id, state, rank desc, id);
create index conversation_wait on conversation (workspace_id, state, waits_since, id);
create index conversation_small on conversation (workspace_id, waits_since, id)
  where state = 'open' and audience <= 50;
create index conversation_assignee on conversation (workspace_id, assignee_id, state, rank desc);
create index conversation_recent on conversation (workspace_id, state, last_at desc, id);
create index conversation_later on conversation (workspace_id, later_until) where state = 'later';
create index conversation_by_hand on conversation (workspace_id, need_set)
  where need_set is not null;
create index conversation_title on conversation (workspace_id, title_mention);
create index conversation_person on conversation (workspace_id, person_id, last_at desc);

-- Each word that asks for an answer, and what became of it.
create table ask (
  workspace_id uuid not null,
  mention_id uuid not null,
  conversation_id uuid not null,
  person_id uuid,
  native_id text not null,
  intent text not null,
  at timestamptz not null,
  base double precision not null,
  rank double precision not null,
  reasons jsonb not null,
  audience bigint not null,
  state text not null check (state in ('waiting', 'answered', 'closed', 'gone')),
  answered_at timestamptz,
  primary key (workspace_id, mention_id)
);
create index ask_conversation on ask (workspace_id, conversation_id);
create index ask_person on ask (workspace_id, person_id);
create index ask_answered on ask (workspace_id, answered_at) where state = 'answered';

-- What the team did and noted; nobody outside sees it.
create table conversation_act (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  person_name text not null,
  deed text not null,
  text text not null default '',
  until timestamptz,
  primary key (workspace_id, id)
);
create index conversation_act_of on conversation_act (workspace_id, conversation_id, at);

create table reply (
  workspace_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  mention_id uuid not null,
  key text not null,
  text text not null,
  person_id uuid,
  person_name text not null,
  signed_as text not null,
  state text not null
    check (state in ('planned', 'sending', 'sent', 'refused', 'unknown', 'taken-back')),
  source_id uuid,
  place text not null,
  in_reply_to text not null,
  thread_root text not null,
  planned_at timestamptz not null,
  send_at timestamptz not null,
  tried_at timestamptz,
  look_at timestamptz,
  looks int not null default 0,
  sent_at timestamptz,
  native_id text,
  url text,
  why text,
  heard_mention uuid,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
-- Two people who answer the same word at the same moment: one of them does.
create unique index reply_one_at_a_time on reply (workspace_id, mention_id)
  where state in ('planned', 'sending', 'unknown');
create index reply_of on reply (workspace_id, conversation_id, planned_at);
create index reply_due on reply (workspace_id, send_at) where state = 'planned';
create index reply_open on reply (workspace_id, state) where state in ('sending', 'unknown');
create index reply_heard on reply (workspace_id, place, native_id);
create index reply_parent on reply (workspace_id, place, in_reply_to);
create index reply_mention on reply (workspace_id, mention_id) where state = 'sent';
create index reply_sent on reply (workspace_id, sent_at) where state = 'sent';

-- Who decided that these words leave, written before they do.
create table reply_decision (
  workspace_id uuid not null,
  id uuid not null,
  reply_id uuid not null,
  person_id uuid,
  person_name text not null,
  text text not null,
  sha256 text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);

-- How many conversations were handled: the kept places of the queue move up with it. Words spoken
-- before the beginning, where there is one, are history.
create table queue_turn (
  workspace_id uuid primary key,
  handled bigint not null default 0,
  begins_at timestamptz
);

do $$
declare
  name text;
begin
  foreach name in array array['conversation', 'ask', 'conversation_act', 'reply',
      'reply_decision', 'queue_turn'] loop
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
