-- Doors to public pages, and links for one outside person; of both only the hash is looked up.

create table public_door (
  workspace_id uuid not null,
  id uuid not null,
  hash text not null unique,
  kind text not null,
  about uuid not null,
  sealed bytea not null,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, kind, about)
);

create table client_link (
  workspace_id uuid not null,
  id uuid not null,
  hash text not null unique,
  kind text not null,
  about uuid not null,
  by_id uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create index client_link_about on client_link (workspace_id, kind, about);

do $$
declare
  name text;
begin
  foreach name in array array['public_door', 'client_link'] loop
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
