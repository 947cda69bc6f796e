-- One account runs the server, and it is an owner's.

alter table member no force row level security;
update account set operator = false
where operator and not exists (
  select 1 from member where member.account_id = account.id and member.role = 'owner');
alter table member force row level security;
update account set operator = false
where operator and id <> (select id from account where operator order by created_at, id limit 1);

create unique index account_operator on account (operator) where operator;
