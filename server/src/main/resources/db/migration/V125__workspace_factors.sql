-- What shows who somebody is beside a password. All of it belongs to the account, not to a
-- workspace; nothing here can be used by who reads it: secrets are sealed under a key outside the
-- database, codes are kept as marks made with that key, passkeys are public keys.

-- A device that makes codes; not yet confirmed, it guards nothing.
create table totp (
  account_id   uuid primary key references account on delete cascade,
  secret       bytea not null,
  last_step    bigint not null,
  begun_at     timestamptz not null,
  confirmed_at timestamptz
);

create table recovery_code (
  account_id uuid not null references account on delete cascade,
  code_hash  text not null,
  made_at    timestamptz not null,
  used_at    timestamptz,
  primary key (account_id, code_hash)
);

create table passkey (
  id            uuid primary key,
  account_id    uuid not null references account on delete cascade,
  credential_id bytea not null unique,
  key_data      bytea not null,
  counter       bigint not null,
  transports    text[] not null,
  synced        boolean not null,
  name          text not null,
  made_at       timestamptz not null,
  used_at       timestamptz
);

create index passkey_account on passkey (account_id);

-- Notes that a browser carries between two steps, each good once: the marks of those used up.
create table ticket_used (
  ticket_hash text primary key,
  forgettable timestamptz not null
);

create index ticket_used_forgettable on ticket_used (forgettable);
