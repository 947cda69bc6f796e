-- Referral: who tells friends, who came by whom, and what is promised for it.

create table programme (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  window_days int not null check (window_days between 1 and 365),
  reward_minor bigint not null check (reward_minor >= 0),
  budget_minor bigint not null check (budget_minor >= 0),
  currency text not null,
  ends_at timestamptz not null,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, campaign_id)
);

-- Everybody who joined; `parent` is who told them, `root` the first of their tree.
create table advocate (
  workspace_id uuid not null,
  id uuid not null,
  programme uuid not null,
  parent uuid,
  root uuid not null,
  how text not null check (how in ('self', 'link', 'code')),
  code text not null,
  mail_hash text,
  mail bytea,
  name bytea,
  joined_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, code)
);
create unique index advocate_mail on advocate (workspace_id, programme, mail_hash)
  where mail_hash is not null;
create index advocate_programme on advocate (workspace_id, programme, joined_at);
create index advocate_parent on advocate (workspace_id, parent);

create table reward (
  workspace_id uuid not null,
  id uuid not null,
  programme uuid not null,
  advocate uuid not null,
  referred uuid not null,
  amount_minor bigint not null,
  state text not null check (state in ('promised', 'owed', 'paid', 'expired', 'clawed-back')),
  at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, referred)
);
create index reward_programme on reward (workspace_id, programme, at);

do $$
declare
  name text;
begin
  foreach name in array array['programme', 'advocate', 'reward'] loop
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
