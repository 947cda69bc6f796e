-- Places nobody configured: links that people post, the pages behind them, and what they show.

-- Web addresses that are the brand's own: host and path, without the scheme.
alter table workspace add column homes text[] not null default '{}';

-- A page that somebody linked. It is read once, when its turn comes.
create table link_seen (
  workspace_id uuid not null,
  url          text not null,
  host         text not null,
  first_at     timestamptz not null,
  state        text not null default 'waiting' check (state in ('waiting', 'read', 'closed', 'faulty')),
  next_at      timestamptz not null,
  tries        int not null default 0,
  read_at      timestamptz,
  why          text,
  primary key (workspace_id, url)
);
create index link_seen_due on link_seen (workspace_id, next_at) where state = 'waiting';
create index link_seen_read on link_seen (workspace_id, read_at) where read_at is not null;
create index link_seen_host on link_seen (workspace_id, host, read_at);

-- In which words it was linked.
create table link_said (
  workspace_id uuid not null,
  mention_id   uuid not null,
  url          text not null,
  at           timestamptz not null,
  primary key (workspace_id, mention_id, url)
);
create index link_said_url on link_said (workspace_id, url);

create table source_proposal (
  workspace_id uuid not null,
  id           uuid not null,
  host         text not null,
  url          text not null,
  title        text not null,
  candidates   text not null,
  state        text not null default 'open' check (state in ('open', 'accepted', 'declined', 'never')),
  found_at     timestamptz not null,
  decided_by   uuid,
  decided_at   timestamptz,
  source_id    uuid,
  primary key (workspace_id, id)
);
create unique index source_proposal_open on source_proposal (workspace_id, host)
  where state = 'open';
create index source_proposal_host on source_proposal (workspace_id, host);

create table proposal_evidence (
  workspace_id uuid not null,
  proposal_id  uuid not null,
  url          text not null,
  kind         text not null check (kind in ('links-to-you', 'names-you')),
  text         text not null,
  at           timestamptz not null,
  primary key (workspace_id, proposal_id, url, kind),
  foreign key (workspace_id, proposal_id) references source_proposal on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['link_seen', 'link_said', 'source_proposal',
      'proposal_evidence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy %I on %I using (workspace_id = '
      'nullif(current_setting(''wordborne.workspace'', true), '''')::uuid) with check (workspace_id = '
      'nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)', name || '_workspace', name);
    execute format('grant select, insert, update, delete on %I to wordborne_app', name);
  end loop;
end $$;
