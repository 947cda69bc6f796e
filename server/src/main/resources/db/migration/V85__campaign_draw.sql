-- Draws: what was sealed, the list, what was drawn. Once written, none of it is ever changed.

create table draw_seal (
  workspace_id uuid not null,
  contest uuid not null,
  name text not null,
  commitment text not null,
  commitment_hash text not null,
  entries int not null,
  secret bytea not null,
  chain text not null,
  round bigint not null,
  due_at timestamptz not null,
  sealed_at timestamptz not null,
  prizes text not null,
  primary key (workspace_id, contest)
);
comment on table draw_seal is 'append-only';
create index draw_seal_due on draw_seal (workspace_id, due_at);

-- The lines of the list, in parts of a megabyte.
create table draw_list (
  workspace_id uuid not null,
  contest uuid not null,
  part int not null,
  bytes bytea not null,
  primary key (workspace_id, contest, part)
);
comment on table draw_list is 'append-only';

-- One row a draw: the key is what lets it be drawn once only.
create table draw_result (
  workspace_id uuid not null,
  contest uuid not null,
  signature text not null,
  secret text not null,
  seed text not null,
  places int[] not null,
  winners int not null,
  relay text not null,
  drawn_at timestamptz not null,
  primary key (workspace_id, contest)
);
comment on table draw_result is 'append-only';

-- When relays were last asked in vain, and why.
create table draw_trouble (
  workspace_id uuid not null,
  contest uuid not null,
  why text not null,
  at timestamptz not null,
  primary key (workspace_id, contest)
);

do $$
declare
  name text;
begin
  foreach name in array array['draw_seal', 'draw_list', 'draw_result', 'draw_trouble'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I using (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)',
      name);
  end loop;
end
$$;
