-- Contests: what is asked and until when, who entered, what looks odd, the prizes, the claims.

-- A contest has the id of its campaign. Its last number is counted in its own row, which every
-- entry locks: the one that comes at the close and the seal wait for each other.
create table contest (
  workspace_id uuid not null,
  campaign_id uuid not null,
  tag text not null,
  question text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  zone text not null,
  min_age int not null check (min_age between 0 and 99),
  regions text[] not null,
  per_person int not null check (per_person between 1 and 100),
  by_post boolean not null,
  by_form boolean not null,
  referral_chances int not null check (referral_chances between 0 and 100),
  alternates int not null check (alternates between 0 and 1000),
  claim_days int not null check (claim_days between 1 and 90),
  appeal_days int not null check (appeal_days between 1 and 90),
  address_key bytea not null,
  last_number int not null default 0,
  judged_upto int not null default 0,
  sealed_at timestamptz,
  drawn_at timestamptz,
  made_at timestamptz not null,
  primary key (workspace_id, campaign_id)
);

-- What an entrant gave is sealed or forgotten; the digest stays and says nothing without the salt.
create table entry (
  workspace_id uuid not null,
  id uuid not null,
  contest uuid not null,
  number int not null,
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  way text not null check (way in ('form', 'hashtag', 'comment', 'referral', 'staff')),
  mention_id uuid,
  mention_mark text,
  handle uuid,
  mail_hash text,
  mail bytea,
  name bytea,
  claim bytea,
  words text not null,
  salt bytea,
  digest text not null,
  group_no int not null,
  weight int not null check (weight between 1 and 999999),
  status text not null check (status ~ '^[a-z-]{1,24}$'),
  rules_version int not null,
  language text not null,
  region text not null,
  form_ms bigint,
  address_hash text,
  referrer uuid,
  key bytea,
  received_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, contest, number),
  unique (workspace_id, contest, code)
);
create index entry_mail on entry (workspace_id, contest, mail_hash) where mail_hash is not null;
create index entry_handle on entry (workspace_id, contest, handle) where handle is not null;
create unique index entry_mention on entry (workspace_id, mention_id, contest)
  where mention_id is not null;
create index entry_forgotten on entry (workspace_id, contest, mention_mark)
  where mention_mark is not null;
create index entry_code on entry (workspace_id, code);
create index entry_referrer on entry (workspace_id, referrer) where referrer is not null;

create table entry_flag (
  workspace_id uuid not null,
  entry_id uuid not null,
  contest uuid not null,
  component int not null,
  score double precision not null,
  sample boolean not null,
  reasons text not null,
  decided text check (decided in ('keep', 'exclude')),
  code text,
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  primary key (workspace_id, entry_id)
);
create index entry_flag_contest on entry_flag (workspace_id, contest, component);

create table prize (
  workspace_id uuid not null,
  id uuid not null,
  contest uuid not null,
  slug text not null check (slug ~ '^[a-z0-9-]{1,40}$'),
  name text not null,
  each_minor bigint not null check (each_minor >= 0),
  currency text not null,
  pieces int not null check (pieces between 1 and 10000),
  place int not null,
  primary key (workspace_id, id),
  unique (workspace_id, contest, slug)
);

-- One row a piece; `state` is the account in which the ledger has it.
create table prize_unit (
  workspace_id uuid not null,
  id uuid not null,
  contest uuid not null,
  prize_id uuid not null,
  no int not null,
  state text not null check (state in ('stock', 'reserved', 'awarded', 'claimed', 'shipped',
    'delivered', 'expired', 'returned')),
  entry_id uuid,
  place int,
  notified_at timestamptz,
  claim_by timestamptz,
  claimed_at timestamptz,
  verified_at timestamptz,
  verified_by uuid,
  suspended boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, prize_id, no)
);
create index prize_unit_contest on prize_unit (workspace_id, contest);
create unique index prize_unit_entry on prize_unit (workspace_id, entry_id)
  where entry_id is not null;

-- Who stands by, in the order of the draw.
create table alternate (
  workspace_id uuid not null,
  contest uuid not null,
  place int not null,
  entry_id uuid not null,
  used boolean not null default false,
  primary key (workspace_id, contest, place)
);

-- What was decided against a winner, and by whom; they answer no appeal against it.
create table ruling (
  workspace_id uuid not null,
  entry_id uuid not null,
  unit_id uuid not null,
  code text not null,
  by_id uuid,
  by_name text not null,
  at timestamptz not null,
  primary key (workspace_id, entry_id)
);

create table appeal (
  workspace_id uuid not null,
  id uuid not null,
  contest uuid not null,
  entry_id uuid not null,
  unit_id uuid,
  against text not null,
  words text not null,
  at timestamptz not null,
  decided_by uuid,
  decided_name text not null,
  outcome text check (outcome in ('upheld', 'reversed')),
  answer text,
  answered_by uuid,
  answered_name text,
  answered_at timestamptz,
  primary key (workspace_id, id)
);
create index appeal_contest on appeal (workspace_id, contest, at);
create unique index appeal_open on appeal (workspace_id, entry_id) where outcome is null;

-- After the seal no entry comes; what may still change is what makes an entrant forgotten.
create function refuse_after_seal() returns trigger language plpgsql as $$
begin
  if exists (select 1 from contest c where c.workspace_id = new.workspace_id
      and c.campaign_id = new.contest and c.sealed_at is not null) then
    raise exception 'contest % is sealed', new.contest using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger entry_after_seal before insert on entry
  for each row execute function refuse_after_seal();
create trigger entry_line_after_seal before update of code, group_no, weight, status, digest, way,
  received_at on entry
  for each row when (old.code is distinct from new.code or old.group_no is distinct from new.group_no
    or old.weight is distinct from new.weight or old.status is distinct from new.status
    or old.digest is distinct from new.digest or old.way is distinct from new.way
    or old.received_at is distinct from new.received_at)
  execute function refuse_after_seal();

do $$
declare
  name text;
begin
  foreach name in array array['contest', 'entry', 'entry_flag', 'prize', 'prize_unit', 'alternate', 'ruling', 'appeal'] loop
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
