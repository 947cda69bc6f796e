-- Numbers are given under this row's lock, which is held until commit: so within a workspace the
-- order of numbers is the order of commits, and a follower that reads behind its cursor misses none.
create table mention_counter (
  workspace_id uuid primary key,
  seq          bigint not null
);

-- Which posts were heard, whatever became of them. The key is a digest of channel, origin and
-- native id; the digest of the content tells a repeat from an edit without reading the mention.
create table mention_identity (
  workspace_id uuid not null,
  key          uuid not null,
  mention_id   uuid,
  heard_at     timestamptz not null,
  digest       uuid not null,
  deleted      boolean not null default false,
  primary key (workspace_id, key)
);

create table mention (
  workspace_id  uuid not null,
  id            uuid not null,
  seq           bigint not null,
  heard_at      timestamptz not null,
  published_at  timestamptz,
  edited_at     timestamptz,
  deleted_at    timestamptz,
  source_id     uuid,
  handle        uuid not null,
  fingerprint   bigint not null,
  followers     bigint not null,
  likes         bigint not null,
  reposts       bigint not null,
  replies       bigint not null,
  views         bigint not null,
  own           boolean not null,
  hidden        boolean not null,
  topics        uuid[] not null,
  channel       text not null,
  origin        text not null,
  native_id     text not null,
  url           text not null,
  title         text not null,
  text          text not null,
  html          text not null,
  language      text not null,
  author_id     text not null,
  author_name   text not null,
  author_url    text not null,
  in_reply_to   text not null,
  thread_root   text not null,
  repost_of     text not null,
  extra         text not null,
  understanding text not null,
  corrected     text,
  primary key (id, heard_at)
) partition by range (heard_at);

create index mention_seq on mention (workspace_id, seq);
create index mention_handle on mention (workspace_id, handle);

create table mention_correction (
  workspace_id uuid not null,
  id           uuid not null,
  mention_id   uuid not null,
  judgement    text not null,
  said         text not null,
  confidence   double precision not null,
  corrected    text not null,
  person       uuid,
  at           timestamptz not null,
  withdrawn_at timestamptz,
  primary key (workspace_id, id)
);

create unique index mention_correction_standing
  on mention_correction (workspace_id, mention_id, judgement) where withdrawn_at is null;

-- Native ids of what we said ourselves, so that it is known when it is heard again.
create table own_word (
  workspace_id uuid not null,
  key          uuid not null,
  primary key (workspace_id, key)
);

create table follower_cursor (
  workspace_id uuid not null,
  name         text not null,
  seq          bigint not null,
  primary key (workspace_id, name)
);

-- When topics change, what is stored is matched anew, up to the number that was newest then.
create table mention_backfill (
  workspace_id uuid primary key,
  topics       text not null,
  upto         bigint not null,
  done         bigint not null,
  changed      bigint not null
);

do $$
declare
  name text;
begin
  foreach name in array array['mention_counter', 'mention_identity', 'mention',
      'mention_correction', 'own_word', 'follower_cursor', 'mention_backfill'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy %I on %I using (workspace_id = '
      'nullif(current_setting(''wordborne.workspace'', true), '''')::uuid) with check (workspace_id = '
      'nullif(current_setting(''wordborne.workspace'', true), '''')::uuid)', name || '_workspace', name);
    execute format('grant select, insert, update, delete on %I to wordborne_app', name);
  end loop;
end $$;
