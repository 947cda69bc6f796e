-- When old words were last let go, by the clock of then: a clock that leaps ahead must not make
-- words old that are not.

alter table retention add column swept_at timestamptz;
