-- Whether the messenger has shown that an answer never arrived, so that it was sent again: that happens once.
ALTER TABLE outbox ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
