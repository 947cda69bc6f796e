-- Leave to use people's words, and the galleries that show them. What was answered is in the
-- book `rights`; words and names stay with the mention.

create table rights_ask (
  workspace_id uuid not null,
  id uuid not null,
  mention_id uuid not null,
  campaign_id uuid,
  uses text[] not null,
  until date not null,
  link_id uuid not null,
  reply_id uuid,
  asked_by uuid,
  asked_name text not null,
  asked_at timestamptz not null,
  terms_hash text not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  granted text[] not null default '{}',
  credit text not null default '',
  answered_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (workspace_id, id)
);
create index rights_ask_mention on rights_ask (workspace_id, mention_id);

-- The id is the campaign's, or the workspace's own for the brand.
create table gallery (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid,
  title text not null,
  intro text not null,
  rights uuid[] not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['rights_ask', 'gallery'] loop
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
