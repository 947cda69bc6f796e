-- Posts of our own: a time, and a text for each source.

create table publication (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid,
  title text not null,
  at timestamptz not null,
  zone text not null,
  quotes uuid[] not null default '{}',
  made_by uuid,
  made_name text not null,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);
create index publication_at on publication (workspace_id, at);

-- send_at is the publication's time, until a person lets a late one go.
create table publication_variant (
  workspace_id uuid not null,
  id uuid not null,
  publication_id uuid not null,
  source_id uuid not null,
  source_name text not null,
  text text not null,
  state text not null check (state in ('draft', 'waiting', 'changes', 'approved', 'sending',
    'sent', 'refused', 'unknown', 'missed', 'cancelled')),
  send_at timestamptz not null,
  approved_name text,
  approved_at timestamptz,
  approved_hash text,
  note text,
  tried_at timestamptz,
  sent_at timestamptz,
  native_id text,
  url text,
  why text,
  looks int not null default 0,
  look_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, publication_id, source_id)
);
create index publication_variant_due on publication_variant (workspace_id, state, send_at);

do $$
declare
  name text;
begin
  foreach name in array array['publication', 'publication_variant'] loop
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
