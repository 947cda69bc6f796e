-- Somebody forgotten earns nobody a second reward; a seller may come back to an earlier form.

alter table advocate add column forgotten_mark text;
create index advocate_forgotten on advocate (workspace_id, programme, forgotten_mark)
  where forgotten_mark is not null;

drop index bid_form;
create index bid_form on bid (workspace_id, call_id, form);
