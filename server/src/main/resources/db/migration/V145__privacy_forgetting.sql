-- Forgetting: who asked for what, how far an erasure is, who is not to be written to, and marks of
-- those who are forgotten. A mark is an HMAC with a key that lies outside of the database.

-- subject holds what an erasure goes by, closed; it is emptied once nothing is left to do, and so
-- is about. remains is what was found after it: places, no words.
create table privacy_request (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('access', 'erasure', 'objection')),
  about text not null,
  shown_by text not null,
  subject bytea,
  came_at timestamptz not null,
  due_on date not null,
  state text not null check (state in ('open', 'running', 'done', 'refused')),
  step text not null default '',
  why text not null default '',
  remains text not null default '',
  made_name text not null,
  closed_name text,
  closed_at timestamptz,
  primary key (workspace_id, id)
);
create index privacy_request_open on privacy_request (workspace_id, due_on)
  where state in ('open', 'running');

-- Which steps of an erasure are done: it goes on behind them.
create table privacy_step (
  workspace_id uuid not null,
  request_id uuid not null,
  step text not null,
  at timestamptz not null,
  primary key (workspace_id, request_id, step)
);

-- Whose posts are not taken in again.
create table forgotten_mark (
  workspace_id uuid not null,
  mark text not null,
  at timestamptz not null,
  primary key (workspace_id, mark)
);

-- Who is not to be written to. label is what they were called when somebody of ours put them here.
create table contact_block (
  workspace_id uuid not null,
  id uuid not null,
  label text not null,
  reason text not null,
  person_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);

create table contact_block_mark (
  workspace_id uuid not null,
  mark text not null,
  block_id uuid not null,
  primary key (workspace_id, mark, block_id),
  foreign key (workspace_id, block_id) references contact_block on delete cascade
);
create index contact_block_mark_of on contact_block_mark (workspace_id, block_id);

do $$
declare
  name text;
begin
  foreach name in array array['privacy_request', 'privacy_step', 'forgotten_mark', 'contact_block',
      'contact_block_mark'] loop
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
