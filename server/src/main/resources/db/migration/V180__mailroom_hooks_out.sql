-- Webhooks out: what each program is told, how it goes, and what happened that is to be told.

-- Those that stand are told what they were told so far. old_secret signs beside the new one until
-- old_until. failing_since is the first of nothing but failures; rest_until is when it may be
-- asked again; missed counts what was not written down while too much waited.
alter table hook_out
  add column kinds text[] not null default '{alarm.raised,alarm.escalated,alarm.acknowledged,alarm.ended,crisis.opened,crisis.closed}',
  add column query text not null default '',
  add column paused boolean not null default false,
  add column stopped_at timestamptz,
  add column stopped_why text,
  add column failing_since timestamptz,
  add column last_sent_at timestamptz,
  add column rest_until timestamptz,
  add column old_secret bytea,
  add column old_until timestamptz,
  add column missed bigint not null default 0;
alter table hook_out alter column kinds drop default;

-- What a webhook was told stays, sealed, as long as its log: it can be sent again.
alter table delivery
  add column tried_at timestamptz,
  add column status int,
  add column took_ms int,
  add column answer text not null default '';

-- What waits for a webhook that rests stands in nobody's way.
drop index delivery_due;
create index delivery_due on delivery (workspace_id, next_at)
  where state = 'waiting' and kind = 'mail';
create index delivery_hook_due on delivery (workspace_id, hook_id, next_at)
  where state = 'waiting' and kind = 'hook';
create index delivery_hook on delivery (workspace_id, hook_id, made_at desc, id desc)
  where kind = 'hook';

-- What happened, written in the transaction in which it did, until it is written down for each
-- webhook that wants to know.
create table hook_happening (
  workspace_id uuid not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  about uuid,
  data jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create index hook_happening_at on hook_happening (workspace_id, at);

alter table hook_happening enable row level security;
alter table hook_happening force row level security;
create policy workspace_only on hook_happening
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);
grant select, insert, update, delete on hook_happening to wordborne_app;

-- Nothing is written where nobody wants to know.
create function tell_hooks(workspace uuid, what text, thing uuid, said jsonb) returns void
language plpgsql as $$
begin
  if exists (select 1 from hook_out h where h.workspace_id = workspace and what = any (h.kinds)) then
    insert into hook_happening (workspace_id, kind, about, data, at)
    values (workspace, what, thing, jsonb_strip_nulls(said), clock_timestamp());
  end if;
end
$$;

create function tell_conversation() returns trigger language plpgsql as $$
declare
  said jsonb := jsonb_build_object('conversation', new.id, 'word', new.opener_mention,
    'person', new.person_id, 'people', new.people_count);
begin
  if tg_op = 'INSERT' then
    perform tell_hooks(new.workspace_id, 'conversation.opened', new.id, said || '{"again": false}');
    return null;
  end if;
  if new.state = 'open' and old.state = 'done' then
    perform tell_hooks(new.workspace_id, 'conversation.opened', new.id, said || '{"again": true}');
  end if;
  if new.answered and not old.answered then
    perform tell_hooks(new.workspace_id, 'conversation.answered', new.id, said);
  end if;
  if new.state = 'done' and old.state <> 'done' then
    perform tell_hooks(new.workspace_id, 'conversation.closed', new.id,
      said || jsonb_build_object('answered', new.answered));
  end if;
  return null;
end
$$;
create trigger told_opened after insert on conversation
  for each row when (new.state = 'open') execute function tell_conversation();
create trigger told after update of state, answered on conversation
  for each row when (old.state <> new.state or old.answered <> new.answered)
  execute function tell_conversation();

create function tell_reply() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id,
    case new.state when 'sent' then 'reply.sent' else 'reply.failed' end, new.conversation_id,
    jsonb_build_object('reply', new.id, 'conversation', new.conversation_id,
      'word', new.mention_id, 'source', new.source_id, 'state', new.state,
      'url', case new.state when 'sent' then new.url end));
  return null;
end
$$;
create trigger told after update of state on reply
  for each row when (old.state <> new.state and new.state in ('sent', 'refused', 'unknown'))
  execute function tell_reply();

create function tell_entry() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id, 'contest.entered', new.contest,
    jsonb_build_object('contest', new.contest, 'entry', new.id, 'number', new.number,
      'way', new.way, 'status', new.status));
  return null;
end
$$;
create trigger told after insert on entry for each row execute function tell_entry();

create function tell_winner() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id, 'contest.won', new.contest,
    jsonb_build_object('contest', new.contest, 'entry', new.entry_id, 'prize', new.prize_id,
      'piece', new.no, 'place', new.place, 'claimBy', new.claim_by));
  return null;
end
$$;
create trigger told after update of state on prize_unit
  for each row when (old.state <> new.state and new.state = 'awarded')
  execute function tell_winner();

create function tell_source() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id,
    case new.state when 'deaf' then 'source.ailing' else 'source.healed' end, new.id,
    jsonb_build_object('source', new.id, 'name', new.name, 'kind', new.kind,
      'state', new.state, 'since', new.since,
      'what', case new.state when 'deaf' then new.error_what end));
  return null;
end
$$;
create trigger told after update of state on source
  for each row when (old.state <> new.state and 'deaf' in (old.state, new.state))
  execute function tell_source();

create function tell_campaign() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id,
    case new.state when 'running' then 'campaign.started' else 'campaign.closed' end, new.id,
    jsonb_build_object('campaign', new.id, 'name', new.name, 'state', new.state,
      'startsAt', new.starts_at, 'endsAt', new.ends_at));
  return null;
end
$$;
create trigger told after update of state on campaign
  for each row when (old.state <> new.state and new.state in ('running', 'closed'))
  execute function tell_campaign();

create function tell_publication() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id,
    case new.state when 'sent' then 'post.sent' else 'post.failed' end, new.publication_id,
    jsonb_build_object('post', new.publication_id, 'text', new.id, 'source', new.source_id,
      'state', new.state, 'url', case new.state when 'sent' then new.url end));
  return null;
end
$$;
create trigger told after update of state on publication_variant
  for each row when (old.state <> new.state and new.state in ('sent', 'refused', 'unknown', 'missed'))
  execute function tell_publication();

create function tell_erased() returns trigger language plpgsql as $$
begin
  perform tell_hooks(new.workspace_id, 'person.erased', new.id,
    jsonb_build_object('request', new.id, 'closedAt', new.closed_at));
  return null;
end
$$;
create trigger told after update of state on privacy_request
  for each row when (old.state <> new.state and new.state = 'done' and new.kind = 'erasure')
  execute function tell_erased();
