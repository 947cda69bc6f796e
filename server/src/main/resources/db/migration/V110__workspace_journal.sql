-- Books that are only written at their end, each line chained to the one before.

create table journal_line (
  workspace_id uuid not null,
  book text not null,
  number bigint not null,
  id uuid not null,
  about uuid not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  deed text not null,
  facts text not null,
  prev text not null,
  hash text not null,
  primary key (workspace_id, book, number)
);
create index journal_line_about on journal_line (workspace_id, about);
comment on table journal_line is 'append-only';

alter table journal_line enable row level security;
alter table journal_line force row level security;
create policy workspace_only on journal_line
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);
grant select, insert on journal_line to wordborne_app;
