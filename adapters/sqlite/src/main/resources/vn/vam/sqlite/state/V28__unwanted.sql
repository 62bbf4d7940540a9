-- 1 where the citizen has said since that they do not want it: what is under way or in doubt is not sent again.
ALTER TABLE outbox ADD COLUMN unwanted INTEGER NOT NULL DEFAULT 0;
