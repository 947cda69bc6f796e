-- Calls for offers: a wisher's sealed reverse auction, its sellers, their bids, its log.

-- ceiling is the most the wisher pays, closed until the end; its commitment is public at once.
create table call (
  workspace_id uuid not null,
  id uuid not null,
  wish_id uuid not null,
  terms text not null,
  currency text not null,
  ceiling bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  winner int,
  price_minor bigint,
  settled_at timestamptz,
  taken boolean,
  primary key (workspace_id, id)
);
create unique index call_wish on call (workspace_id, wish_id);
create index call_open on call (workspace_id, ends_at) where closed_at is null;

-- number is all that others ever see of a seller: S1, S2 …
create table call_invitation (
  workspace_id uuid not null,
  id uuid not null,
  wish_id uuid not null,
  number int not null,
  name text not null,
  mail text not null,
  at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index call_invitation_number on call_invitation (workspace_id, wish_id, number);
create unique index call_invitation_mail on call_invitation (workspace_id, wish_id, lower(mail));

-- sealed holds amount and nonce, closed for this bid alone; null for a withdrawal.
-- form, a digest of the form it came by, keeps a form that is sent twice from being two bids.
create table bid (
  workspace_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  seller int not null,
  number int not null,
  commitment text not null,
  sealed bytea,
  at timestamptz not null,
  form text,
  primary key (workspace_id, id)
);
create unique index bid_number on bid (workspace_id, call_id, number);
create unique index bid_form on bid (workspace_id, call_id, form);
comment on table bid is 'append-only';

create table call_event (
  workspace_id uuid not null,
  call_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  deed text not null,
  facts text not null,
  prev text not null,
  hash text not null,
  primary key (workspace_id, call_id, number)
);
comment on table call_event is 'append-only';

do $$
declare
  name text;
begin
  foreach name in array array['call', 'call_invitation', 'bid', 'call_event'] loop
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
revoke update, delete on bid, call_event from wordborne_app;
