-- What customers wish for, publicly, and who wishes it too.

-- contact is the address its poster gave, closed; only the answer to this wish goes there.
-- Nothing but a link is sent there before it is confirmed; contact_mark and posted_from, keyed
-- digests of the address and of where the form came from, count how often.
-- form, a digest of the form it came by, keeps a form that is sent twice from being two wishes.
-- language is that of the page it came by: its letters and its terms are written in it.
-- aside: sent faster than people type, so it waits for somebody of ours to look.
-- A wish that is a purchase names quantity, place and day; ceiling is what it may cost, closed.
create table wish (
  workspace_id uuid not null,
  id uuid not null,
  number int not null,
  text text not null,
  state text not null check (state in ('heard', 'planned', 'offered', 'done', 'no')),
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  merged_into uuid,
  hidden boolean not null default false,
  contact bytea,
  quantity int,
  place text not null default '',
  by_day date,
  ceiling bytea,
  currency text,
  posted_at timestamptz not null,
  posted_from text not null,
  contact_mark text,
  confirmed boolean not null default false,
  aside boolean not null,
  form text,
  language text not null check (language in ('en', 'de')),
  primary key (workspace_id, id)
);
create unique index wish_number on wish (workspace_id, number);
create unique index wish_form on wish (workspace_id, form);
create index wish_contact on wish (workspace_id, contact_mark, posted_at);
create index wish_from on wish (workspace_id, posted_from, posted_at);

-- voter is a keyed digest of where the vote came from: one connection, one vote.
create table wish_vote (
  workspace_id uuid not null,
  wish_id uuid not null,
  voter text not null,
  at timestamptz not null,
  primary key (workspace_id, wish_id, voter)
);

do $$
declare
  name text;
begin
  foreach name in array array['wish', 'wish_vote'] loop
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
