-- Whom the company's sign-in names: found by who says it and its own name for the person, never by
-- the mail address, which can be given to somebody else.
create table company_identity (
  issuer     text not null,
  subject    text not null,
  account_id uuid not null references account on delete cascade,
  linked_at  timestamptz not null,
  used_at    timestamptz,
  primary key (issuer, subject),
  unique (account_id, issuer)
);

-- Links by which somebody who lost the password gives themselves a new one; kept is only a mark.
create table password_reset (
  code_hash  text primary key,
  account_id uuid not null references account on delete cascade,
  until      timestamptz not null
);

create index password_reset_account on password_reset (account_id);

alter table workspace add column second_factor boolean not null default false;
