-- A workspace of made-up words, to look around in: marked on every page, counted nowhere.

alter table workspace add column sample boolean not null default false;
