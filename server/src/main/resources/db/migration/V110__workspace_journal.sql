-- Books that are only written at their end, each line chained to the one before and signed.

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
  signature text not null,
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

-- What a workspace signs those lines with; the private key is closed with a key outside.
create table journal_key (
  workspace_id uuid primary key,
  public_key bytea not null,
  private_key bytea not null,
  made_at timestamptz not null
);
comment on table journal_key is 'append-only';

alter table journal_key enable row level security;
alter table journal_key force row level security;
create policy workspace_only on journal_key
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);
grant select, insert on journal_key to wordborne_app;
