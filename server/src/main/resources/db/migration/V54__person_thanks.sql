-- Who recommends us to whom, and whom we thanked.

alter table spoken add column asks boolean not null default false;
alter table spoken add column about_us boolean not null default false;

alter table trust_edge drop constraint trust_edge_deed_check;
alter table trust_edge add constraint trust_edge_deed_check
  check (deed in ('answers', 'repeats', 'thanks', 'recommends'));

-- The ledger: written at its end only, numbered without a gap, and without any personal word, so
-- that nobody's erasure ever has to change it.
create table thanks (
  workspace_id uuid not null,
  number bigint not null,
  id uuid not null,
  person_id uuid not null,
  mention_id uuid,
  how text not null check (how in ('in-thread', 'private', 'gift')),
  by_id uuid,
  at timestamptz not null,
  reply_id uuid,
  primary key (workspace_id, number),
  unique (workspace_id, id)
);
comment on table thanks is 'append-only';
create unique index thanks_reply on thanks (workspace_id, reply_id) where reply_id is not null;
create index thanks_person on thanks (workspace_id, person_id, at desc);

-- What we noted beside an entry; words can be erased, the entry stays.
create table thanks_note (
  workspace_id uuid not null,
  thanks_id uuid not null,
  text text not null,
  primary key (workspace_id, thanks_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['thanks', 'thanks_note'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy workspace_only on %I using (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)',
      name);
  end loop;
end
$$;
