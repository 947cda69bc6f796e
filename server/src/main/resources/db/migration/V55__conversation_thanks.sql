-- Replies that are meant as thanks: once one is sent, the ledger gets its line.

create table thanks_planned (
  workspace_id uuid not null,
  reply_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, reply_id)
);

alter table thanks_planned enable row level security;
alter table thanks_planned force row level security;
create policy workspace_only on thanks_planned
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);
grant select, insert, update, delete on thanks_planned to wordborne_app;
