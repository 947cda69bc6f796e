-- Roles, the state of a membership, and the one who runs the server.

alter table member drop constraint member_role_check;
alter table member add constraint member_role_check
  check (role in ('owner', 'manager', 'responder', 'analyst', 'client'));
alter table member add column state text not null default 'active'
  check (state in ('invited', 'active', 'suspended'));

-- Whoever made the first account runs the server.
alter table account add column operator boolean not null default false;
update account set operator = true
where id = (select id from account order by created_at, id limit 1);
