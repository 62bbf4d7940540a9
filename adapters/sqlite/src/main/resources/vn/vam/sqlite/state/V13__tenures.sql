-- How often this file was opened for work: who opened it last owns the outbox, and a lease names its owner.
CREATE TABLE tenure (
  epoch INTEGER NOT NULL
);
INSERT INTO tenure VALUES (0);

ALTER TABLE outbox ADD COLUMN leased_in INTEGER;
