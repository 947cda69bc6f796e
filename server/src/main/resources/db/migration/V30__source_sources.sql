create table source (
  workspace_id    uuid not null,
  id              uuid not null,
  kind            text not null,
  name            text not null,
  origin          text not null,
  settings        text not null,
  secrets         bytea not null,
  everything      boolean not null,
  paused          boolean not null default false,
  cursor          text not null default '',
  state           text not null,
  since           timestamptz not null,
  failures        integer not null default 0,
  error_what      text,
  error_since     timestamptz,
  error_turn      text,
  next_at         timestamptz not null,
  last_heard_at   timestamptz,
  last_success_at timestamptz,
  created_at      timestamptz not null,
  primary key (workspace_id, id)
);

create unique index source_name on source (workspace_id, lower(name));

create table source_happened (
  workspace_id uuid not null,
  source_id    uuid not null,
  at           timestamptz not null,
  text         text not null,
  foreign key (workspace_id, source_id) references source on delete cascade
);

create index source_happened_at on source_happened (workspace_id, source_id, at desc);

create table source_hour (
  workspace_id uuid not null,
  source_id    uuid not null,
  hour         timestamptz not null,
  words        integer not null default 0,
  deaf         boolean not null default false,
  primary key (workspace_id, source_id, hour),
  foreign key (workspace_id, source_id) references source on delete cascade
);

create table hook_delivery (
  workspace_id uuid not null,
  source_id    uuid not null,
  message_id   text not null,
  at           timestamptz not null,
  primary key (workspace_id, source_id, message_id),
  foreign key (workspace_id, source_id) references source on delete cascade
);

create index hook_delivery_at on hook_delivery (workspace_id, source_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['source', 'source_happened', 'source_hour', 'hook_delivery'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy %I on %I using (workspace_id = '
      'nullif(current_setting(''wordborne.workspace'', true), '''')::uuid) with check (workspace_id = '
      'nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)', name || '_workspace', name);
    execute format('grant select, insert, update, delete on %I to wordborne_app', name);
  end loop;
end $$;
