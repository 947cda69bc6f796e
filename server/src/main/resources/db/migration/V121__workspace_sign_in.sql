-- A session belongs to a person, not to a workspace; which workspaces there are is known without
-- their walls; tokens have scopes and an end.

-- Names and ends only: nothing of what is inside a workspace stands here.
create table workspace_registry (
    workspace_id uuid primary key references workspace,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    made_at timestamptz not null,
    ended_at timestamptz
);

insert into workspace_registry (workspace_id, slug, made_at)
select value::uuid, 'home', now() from server_setting where name = 'default-workspace';

create table sign_in (
    hash bytea primary key,
    id uuid not null unique,
    account_id uuid not null references account,
    browser text not null,
    made_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    second_at timestamptz
);
comment on column sign_in.second_at is 'when a second factor was shown; null for never';
create index sign_in_account on sign_in (account_id);

-- Nobody is signed out by this.
alter table session no force row level security;
insert into sign_in (hash, id, account_id, browser, made_at, seen_at, expires_at)
select hash, gen_random_uuid(), account_id, '', created_at, seen_at, expires_at from session
on conflict do nothing;
drop table session;

-- Across the walls one sees where one is a member oneself, and nothing else of those workspaces.
create policy own on member for select
  using (account_id = nullif(current_setting('wordborne.account', true), '')::uuid);

alter table api_token add column scopes text[];
alter table api_token add column last_used_at timestamptz;
alter table api_token add column expires_at timestamptz;
