-- Invitations: a link that is good once, for seven days, into one workspace with one role.

create table invitation (
    workspace_id uuid not null references workspace,
    id uuid not null,
    hash bytea not null,
    role text not null check (role in ('owner', 'manager', 'responder', 'analyst', 'client')),
    email text,
    language text not null,
    made_by uuid not null references account,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_by uuid references account,
    accepted_at timestamptz,
    primary key (workspace_id, id),
    unique (workspace_id, hash)
);
comment on column invitation.email is 'the only address that may accept; null for a link anybody may use';

alter table invitation enable row level security;
alter table invitation force row level security;
create policy wall on invitation
  using (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('wordborne.workspace', true), '')::uuid);
