-- Who did what: one chained line for each act, and what the act changed, noted by the tables
-- themselves (ActTables puts the trigger on every table that is not on its list of exceptions).

-- A line is written once. Its hash covers the hash before it and the digest of its changes; the
-- seal is made with a key that lies outside of the database.
create table act_line (
  workspace_id uuid not null,
  number bigint not null,
  id uuid not null,
  step int not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  role text not null,
  way text not null check (way in ('session', 'token', 'command', 'link', 'program')),
  deed text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  about uuid,
  changes int not null,
  digest text not null,
  facts text not null,
  prev text not null,
  hash text not null,
  seal text not null,
  primary key (workspace_id, number)
);
create unique index act_line_step on act_line (workspace_id, id, step);
create index act_line_about on act_line (workspace_id, about) where about is not null;
create index act_line_by on act_line (workspace_id, by_id, number) where by_id is not null;
create index act_line_at on act_line (workspace_id, at);
comment on table act_line is 'append-only';

-- How far the chain has come: the last line cannot be taken away unseen, and whoever writes the
-- next one waits here.
create table act_head (
  workspace_id uuid primary key,
  number bigint not null,
  hash text not null,
  seal text not null
);

-- Before and after of one row. Whoever is forgotten is taken out of here: the words and the salt
-- go, the digest stays, and so the chain holds.
create table act_change (
  workspace_id uuid not null,
  act uuid not null,
  step int not null,
  number int not null,
  thing text not null,
  row_id text not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  label text not null,
  before jsonb,
  after jsonb,
  hidden text[] not null,
  salt bytea,
  digest bytea not null,
  erased_by uuid,
  primary key (workspace_id, act, step, number)
);
create index act_change_row on act_change (workspace_id, row_id);
create index act_change_erased on act_change (workspace_id, erased_by) where erased_by is not null;

-- What a repeated write is answered with, for a day. The row is written in the act's transaction,
-- the answer, sealed, right after.
create table act_key (
  workspace_id uuid not null,
  who text not null,
  key text not null,
  act uuid not null,
  fingerprint text not null,
  path text not null,
  about uuid,
  at timestamptz not null,
  status int,
  content_type text,
  location text,
  answer bytea,
  primary key (workspace_id, who, key)
);
create index act_key_at on act_key (workspace_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['act_line', 'act_head', 'act_change', 'act_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I using (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)',
      name);
  end loop;
end
$$;

-- Notes what an act did to one row. Set for the transaction: wordborne.act as 'ID STEP'. The
-- argument is the column by which the row is known. Secrets are never noted, only that they
-- changed: every bytea and every column whose name says so. From the 501st row on it only counts.
create function note_change() returns trigger language plpgsql as $$
declare
  marker text := current_setting('wordborne.act', true);
  made int;
  was jsonb := '{}';
  became jsonb := '{}';
  whole jsonb;
  secret text[];
  names text[];
  concealed text[];
  kept_before jsonb;
  kept_after jsonb;
  called text;
  pepper bytea;
begin
  if tg_op <> 'INSERT' then
    was := to_jsonb(old) - 'workspace_id';
  end if;
  if tg_op <> 'DELETE' then
    became := to_jsonb(new) - 'workspace_id';
  end if;
  whole := case when tg_op = 'DELETE' then was else became end;
  select coalesce(array_agg(field), '{}') into names
  from (select jsonb_object_keys(whole) as field) fields
  where was -> field is distinct from became -> field;
  if names = '{}' then
    return null;
  end if;
  made := coalesce(nullif(current_setting('wordborne.changes', true), ''), '0')::int + 1;
  perform set_config('wordborne.changes', made::text, true);
  if made > 500 then
    return null;
  end if;
  select coalesce(array_agg(attname::text order by attname), '{}') into secret
  from pg_attribute
  where attrelid = tg_relid and attnum > 0 and not attisdropped
    and (atttypid = 'bytea'::regtype
      or attname ~ '(hash|token|secret|password|salt|sealed|private|recovery|mark|(^|_)(key|code|pin))(_|$)');
  select coalesce(array_agg(field order by field), '{}') into concealed
  from unnest(names) field where field = any (secret)
    and coalesce(nullif(was -> field, 'null'), nullif(became -> field, 'null')) is not null;
  select jsonb_object_agg(field, was -> field), jsonb_object_agg(field, became -> field)
  into kept_before, kept_after
  from unnest(names) field where field <> all (secret);
  if tg_op = 'INSERT' then
    kept_before := null;
  elsif tg_op = 'DELETE' then
    kept_after := null;
  end if;
  whole := whole - secret;
  called := left(coalesce(whole ->> 'name', whole ->> 'title', whole ->> 'question',
    whole ->> 'text', whole ->> 'what', ''), 120);
  pepper := uuid_send(gen_random_uuid());
  insert into act_change (workspace_id, act, step, number, thing, row_id, op, label, before, after,
    hidden, salt, digest)
  values (current_setting('wordborne.workspace')::uuid, left(marker, 36)::uuid,
    substr(marker, 38)::int, made, tg_table_name,
    coalesce(whole ->> tg_argv[0], ''), lower(tg_op), called, kept_before, kept_after, concealed, pepper,
    sha256(pepper || convert_to(concat_ws(E'\n', tg_table_name,
      coalesce(whole ->> tg_argv[0], ''), lower(tg_op), to_jsonb(called)::text, coalesce(kept_before::text, ''),
      coalesce(kept_after::text, ''), array_to_string(concealed, ',')), 'UTF8')));
  return null;
end
$$;
