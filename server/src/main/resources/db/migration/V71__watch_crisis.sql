-- Rooms in which people answer a bad word together, and the statements they agree on.
-- The journal of a room tells who did what when, by ids and hashes; the words are here.

create table crisis_room (
  workspace_id uuid not null,
  id uuid not null,
  tale_id uuid not null,
  title text not null,
  opened_by uuid,
  opened_name text not null,
  opened_at timestamptz not null,
  closed_name text,
  closed_at timestamptz,
  learnt text not null default '',
  primary key (workspace_id, id)
);
create unique index crisis_room_of_tale on crisis_room (workspace_id, tale_id)
  where closed_at is null;
create index crisis_room_newest on crisis_room (workspace_id, opened_at desc);

create table crisis_statement (
  workspace_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  version int not null,
  text text not null,
  state text not null check (state in ('draft', 'sent', 'approved', 'changes')),
  made_name text not null,
  made_at timestamptz not null,
  sent_to text,
  sent_at timestamptz,
  link_id uuid,
  until timestamptz,
  decided_name text,
  decided_at timestamptz,
  note text not null default '',
  hash text not null,
  primary key (workspace_id, id)
);
create unique index crisis_statement_version on crisis_statement (workspace_id, room_id, version);

create table crisis_decision (
  workspace_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  text text not null,
  primary key (workspace_id, id)
);
create index crisis_decision_of on crisis_decision (workspace_id, room_id);

do $$
declare
  name text;
begin
  foreach name in array array['crisis_room', 'crisis_statement', 'crisis_decision'] loop
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
