-- For how long words are kept. The source of nothing but zeros stands for all that have no line of
-- their own. raw_upto: of what was heard before, the markup as it came is gone already. swept
-- counts what went since the last line in the book of acts.
create table retention (
  workspace_id uuid not null,
  source_id uuid not null,
  months int not null check (months between 1 and 120),
  raw_days int not null check (raw_days between 1 and 3650),
  raw_upto timestamptz not null default '2000-01-01T00:00:00Z',
  swept bigint not null default 0,
  primary key (workspace_id, source_id)
);

alter table retention enable row level security;
alter table retention force row level security;
create policy workspace_only on retention
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);
grant select, insert, update, delete on retention to wordborne_app;
