-- Double entry: what left one account came to another. Lines are never changed.

create table posting (
  workspace_id uuid not null,
  id uuid not null,
  number bigint generated always as identity,
  key text not null,
  book text not null,
  unit text not null,
  from_account text not null,
  to_account text not null,
  amount bigint not null check (amount > 0),
  why text not null,
  by_id uuid,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, key),
  check (from_account <> to_account)
);
create index posting_book on posting (workspace_id, book, number);
comment on table posting is 'append-only';

-- What the lines sum to, so that a floor can be held while many book at once.
create table posting_account (
  workspace_id uuid not null,
  book text not null,
  unit text not null,
  account text not null,
  balance bigint not null,
  primary key (workspace_id, book, unit, account)
);

do $$
declare
  name text;
begin
  foreach name in array array['posting', 'posting_account'] loop
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
