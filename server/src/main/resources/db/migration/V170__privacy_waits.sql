-- How often an erasure began again and when it goes on, and how far those who follow must have
-- read before it does.

alter table privacy_request
  add column turns int not null default 0,
  add column look_at timestamptz,
  add column followed_upto bigint;
