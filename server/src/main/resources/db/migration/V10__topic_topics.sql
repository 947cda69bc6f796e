create table topic (
  workspace_id uuid not null,
  id           uuid not null,
  name         text not null,
  query        text not null,
  never        text[] not null,
  hide         text[] not null,
  version      integer not null,
  changed_at   timestamptz not null,
  primary key (workspace_id, id)
);

create unique index topic_name on topic (workspace_id, lower(name));

create table topic_version (
  workspace_id uuid not null,
  topic_id     uuid not null,
  version      integer not null,
  name         text not null,
  query        text not null,
  never        text[] not null,
  hide         text[] not null,
  person       uuid,
  at           timestamptz not null,
  primary key (workspace_id, topic_id, version),
  foreign key (workspace_id, topic_id) references topic on delete cascade
);

alter table topic enable row level security;
alter table topic force row level security;
create policy topic_workspace on topic
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);

alter table topic_version enable row level security;
alter table topic_version force row level security;
create policy topic_version_workspace on topic_version
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);

grant select, insert, update, delete on topic, topic_version to wordborne_app;
