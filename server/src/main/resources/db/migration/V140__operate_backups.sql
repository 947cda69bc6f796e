-- The whole server's backups: how many were made, and what became of the last ones. No workspace
-- is named here, and nobody's words.

create sequence backup_number;

create table backup_run (
    number bigint primary key,
    made_at timestamptz not null,
    file text not null,
    bytes bigint not null,
    rows bigint not null,
    encrypted boolean not null,
    scheduled boolean not null,
    fault text
);

comment on column backup_run.fault is 'why it was not made, or why its check failed; null when good';
