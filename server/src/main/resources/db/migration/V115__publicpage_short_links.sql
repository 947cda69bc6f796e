-- Short links, and how often they were followed: by day and address, without a cookie.

create table short_link (
  workspace_id uuid not null,
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  target text not null,
  kind text not null,
  about uuid,
  made_at timestamptz not null,
  primary key (workspace_id, code)
);
create index short_link_made on short_link (workspace_id, made_at desc);

-- The address is hashed with a key of that day, which is thrown away with it.
create table link_key (
  workspace_id uuid not null,
  day date not null,
  key bytea not null,
  primary key (workspace_id, day)
);

create table link_visit (
  workspace_id uuid not null,
  code text not null,
  day date not null,
  address_hash text not null,
  visits bigint not null,
  primary key (workspace_id, code, day, address_hash)
);

create table link_day (
  workspace_id uuid not null,
  code text not null,
  day date not null,
  visits bigint not null,
  visitors bigint not null,
  primary key (workspace_id, code, day)
);

do $$
declare
  name text;
begin
  foreach name in array array['short_link', 'link_key', 'link_visit', 'link_day'] loop
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
