-- The last number given to a token of this user, so that the number of one that was taken back is never given again.
alter table account add column tokens integer not null default 0;
update account set tokens = coalesce((select max(token.number) from token where token.user_id = account.user_id), 0);

-- An opinion that is brought from elsewhere is looked for by its second, so that it comes in once.
create index rating_at on rating_event (user_id, at);
