-- What wakes people: rules, and the alarms they raised.

create table watch_rule (
  workspace_id uuid not null,
  id uuid not null,
  topic_id uuid not null,
  what text not null check (what in ('burst', 'pass')),
  line int,
  chance double precision,
  steps text not null,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);

-- step is how many steps went out; next_at is when the next goes, null when none will.
create table alarm (
  workspace_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  key text not null,
  topic_id uuid not null,
  tale_id uuid,
  title text not null,
  cause text not null,
  first_mention uuid,
  steps text not null,
  raised_at timestamptz not null,
  state text not null check (state in ('raised', 'acknowledged', 'ended')),
  test boolean not null,
  step int not null default 0,
  next_at timestamptz,
  ack_by uuid,
  ack_name text,
  ack_at timestamptz,
  primary key (workspace_id, id)
);
create unique index alarm_key on alarm (workspace_id, key);
create index alarm_due on alarm (workspace_id, next_at) where state = 'raised';
create index alarm_newest on alarm (workspace_id, raised_at desc);

do $$
declare
  name text;
begin
  foreach name in array array['watch_rule', 'alarm'] loop
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
