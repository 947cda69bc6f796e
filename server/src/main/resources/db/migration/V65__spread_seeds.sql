-- Whom to ask to hear first: plans, and the people in them. Names are looked up when shown.

create table seed_plan (
  workspace_id uuid not null,
  id uuid not null,
  campaign_id uuid,
  topic_id uuid,
  made_at timestamptz not null,
  made_by text not null,
  asked int not null check (asked between 1 and 100),
  days int not null check (days between 1 and 730),
  each_minor bigint,
  currency text,
  without uuid[] not null,
  seed bigint not null,
  graph_people int not null,
  graph_arcs int not null,
  reach double precision not null,
  reach_low double precision not null,
  reach_high double precision not null,
  guarantee double precision not null,
  compared text not null,
  left_out text not null,
  held boolean not null default false,
  taken_at timestamptz,
  lot bigint,
  primary key (workspace_id, id)
);
create index seed_plan_newest on seed_plan (workspace_id, made_at desc);
create index seed_plan_campaign on seed_plan (workspace_id, campaign_id)
  where campaign_id is not null;

create table seed_plan_person (
  workspace_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null,
  number int not null,
  hear int not null,
  gain double precision not null,
  gain_low double precision not null,
  gain_high double precision not null,
  shared_with uuid,
  shared int not null,
  newest uuid,
  held_back boolean not null default false,
  primary key (workspace_id, plan_id, person_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['seed_plan', 'seed_plan_person'] loop
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
