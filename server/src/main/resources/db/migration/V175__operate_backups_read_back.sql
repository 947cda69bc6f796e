-- A backup is read back after it was written; when that went well is kept beside it.
alter table backup_run add column verified_at timestamptz;
comment on column backup_run.verified_at is 'when the file was last read back and found whole; null for never';
