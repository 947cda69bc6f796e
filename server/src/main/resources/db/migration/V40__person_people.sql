-- People, the handles under which they speak, one line for each word, and deeds between people.

create table person (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  words int not null default 0,
  positive int not null default 0,
  negative int not null default 0,
  neutral int not null default 0,
  mixed int not null default 0,
  unsure int not null default 0,
  first_at timestamptz,
  last_at timestamptz,
  hear bigint not null default 0,
  answered_by_us int not null default 0,
  own boolean not null default false,
  primary key (workspace_id, id)
) with (fillfactor = 70);
-- The one order that is asked for all day. Others are sorted when asked: each index here is
-- written with every word that is heard.
create index person_recent on person (workspace_id, last_at desc, id) where words > 0;

create table handle (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  channel text not null,
  source_id uuid,
  name text not null,
  url text not null,
  followers bigint not null,
  own boolean not null default false,
  primary key (workspace_id, id)
);
create index handle_person on handle (workspace_id, person_id);

-- One line for each word that was heard, and one without a mention for each that is only known
-- because another answers it: so a thread is tied whichever of its words comes first.
create table spoken (
  workspace_id uuid not null,
  place text not null,
  native_id text not null,
  mention_id uuid,
  person_id uuid,
  thread_id uuid not null,
  source_id uuid,
  at timestamptz,
  sentiment text not null default '',
  reply_to text not null default '',
  repost_of text not null default '',
  praises boolean not null default false,
  thanks boolean not null default false,
  own boolean not null default false,
  counted boolean not null default false,
  deleted boolean not null default false,
  answered_at timestamptz,
  primary key (workspace_id, place, native_id)
);
create unique index spoken_mention on spoken (workspace_id, mention_id);
create index spoken_thread on spoken (workspace_id, thread_id);
create index spoken_person on spoken (workspace_id, person_id, at desc);
create index spoken_reply on spoken (workspace_id, place, reply_to) where reply_to <> '';
create index spoken_repost on spoken (workspace_id, place, repost_of) where repost_of <> '';
create index spoken_recent on spoken (workspace_id, at) include (person_id) where counted;
create index spoken_praise on spoken (workspace_id, at)
  where praises and counted and answered_at is null;

-- What one person did to another, keyed by the word that proves it: heard twice it is one deed.
create table trust_edge (
  workspace_id uuid not null,
  from_person uuid not null,
  to_person uuid not null,
  deed text not null check (deed in ('answers', 'repeats', 'thanks')),
  mention_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, from_person, to_person, deed, mention_id)
);
create index trust_edge_to on trust_edge (workspace_id, to_person);
create index trust_edge_mention on trust_edge (workspace_id, mention_id);

create table hour_mood (
  workspace_id uuid not null,
  hour timestamptz not null,
  positive int not null default 0,
  negative int not null default 0,
  neutral int not null default 0,
  mixed int not null default 0,
  unsure int not null default 0,
  primary key (workspace_id, hour)
);

do $$
declare
  name text;
begin
  foreach name in array array['person', 'handle', 'spoken', 'trust_edge', 'hour_mood'] loop
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
