-- What goes out: how mail leaves, who is told by webhook, and every delivery with what became of it.

create table mail_setting (
  workspace_id uuid primary key,
  host text not null,
  port int not null,
  tls text not null check (tls in ('none', 'starttls', 'tls')),
  username text not null,
  password bytea,
  from_address text not null,
  from_name text not null
);

create table hook_out (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  secret bytea not null,
  made_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index hook_out_name on hook_out (workspace_id, lower(name));

-- body is sealed while it waits and empty afterwards: a letter may hold a link that opens a door.
-- next_at is a lease as well: who carries a delivery moves it on first, so that one that was lost
-- on the way (a kill) is carried again, under the same key.
create table delivery (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('mail', 'hook')),
  key text not null,
  to_text text not null,
  hook_id uuid,
  subject text not null,
  body bytea not null,
  about uuid,
  state text not null check (state in ('waiting', 'sent', 'refused')),
  tries int not null default 0,
  made_at timestamptz not null,
  next_at timestamptz not null,
  sent_at timestamptz,
  why text,
  primary key (workspace_id, id)
);
create unique index delivery_key on delivery (workspace_id, key);
create index delivery_due on delivery (workspace_id, next_at) where state = 'waiting';
create index delivery_made on delivery (workspace_id, made_at);
create index delivery_about on delivery (workspace_id, about) where about is not null;

do $$
declare
  name text;
begin
  foreach name in array array['mail_setting', 'hook_out', 'delivery'] loop
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
