-- Campaigns: the brief, facts for the law, evidence of duties, rules, sign-offs and what it cost.

create table campaign (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  owner_id uuid,
  state text not null default 'draft' check (state in ('draft', 'running', 'closed')),
  zone text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  budget_minor bigint,
  currency text not null,
  brief text not null,
  topic_ids uuid[] not null default '{}',
  made_at timestamptz not null,
  started_at timestamptz,
  closed_at timestamptz,
  overridden text not null default '',
  primary key (workspace_id, id)
);
create unique index campaign_name on campaign (workspace_id, lower(name));

create table campaign_fact (
  workspace_id uuid not null,
  campaign_id uuid not null,
  fact text not null,
  value text not null,
  primary key (workspace_id, campaign_id, fact)
);

-- What a rule asks is worked out of the facts; here stand the evidence, and tasks of one's own.
create table campaign_task (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  from_rule text,
  title text not null default '',
  due date,
  evidence text not null default '',
  done_on date,
  done_by uuid,
  done_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, campaign_id, from_rule)
);

create table campaign_rules (
  workspace_id uuid not null,
  campaign_id uuid not null,
  version int not null,
  language text not null,
  text text not null,
  hash text not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (workspace_id, campaign_id, version, language)
);

create table sign_off (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  name text not null,
  capacity text not null,
  regions text[] not null,
  hash text not null,
  at timestamptz not null,
  by_id uuid,
  primary key (workspace_id, id)
);
create index sign_off_campaign on sign_off (workspace_id, campaign_id, at desc);

-- Money in minor units of the campaign's currency, work in minutes.
create table cost (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  what text not null,
  kind text not null check (kind in ('money', 'work')),
  amount bigint not null check (amount > 0),
  at timestamptz not null,
  by_id uuid,
  primary key (workspace_id, id)
);
create index cost_campaign on cost (workspace_id, campaign_id, at);

do $$
declare
  name text;
begin
  foreach name in array array['campaign', 'campaign_fact', 'campaign_task', 'campaign_rules', 'sign_off', 'cost'] loop
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
