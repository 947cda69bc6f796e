-- A workspace's own colour and logo.

alter table workspace add column accent text check (accent ~ '^#[0-9a-f]{6}$');
alter table workspace add column logo bytea;
