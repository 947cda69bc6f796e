-- The ground: settings of the server, workspaces, the accounts of those who work in them.
--
-- Every table that has a workspace_id forces row-level security, so that not even its owner reads
-- past the wall; where no workspace is set the policy compares with null and nothing is visible.

create table server_setting (
    name text primary key,
    value text not null
);

create table workspace (
    workspace_id uuid primary key,
    name text not null,
    brand text not null default '',
    names text[] not null default '{}',
    place text not null default '',
    not_confused text[] not null default '{}',
    set_up boolean not null default false,
    created_at timestamptz not null
);

-- One person is one account on the whole server; what workspaces it belongs to says member.
create table account (
    id uuid primary key,
    email text not null,
    name text not null,
    password_hash text,
    locale text not null default '',
    zone text not null default '',
    single_keys boolean not null default true,
    created_at timestamptz not null
);

create unique index account_email on account (lower(email));

create table member (
    workspace_id uuid not null references workspace,
    account_id uuid not null references account,
    role text not null check (role in ('owner')),
    joined_at timestamptz not null,
    primary key (workspace_id, account_id)
);

-- A session or token carries its workspace in its own text, so that it is looked for behind the
-- wall; kept is only the hash of it.
create table session (
    workspace_id uuid not null references workspace,
    hash bytea not null,
    account_id uuid not null references account,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (workspace_id, hash)
);

create table api_token (
    workspace_id uuid not null references workspace,
    hash bytea not null,
    id uuid not null unique,
    name text not null,
    account_id uuid references account,
    created_at timestamptz not null,
    primary key (workspace_id, hash)
);

do $$
declare
    walled text;
begin
    foreach walled in array array['workspace', 'member', 'session', 'api_token'] loop
        execute format('alter table %I enable row level security', walled);
        execute format('alter table %I force row level security', walled);
        execute format(
            'create policy wall on %I
             using (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)
             with check (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)',
            walled);
    end loop;
end
$$;
