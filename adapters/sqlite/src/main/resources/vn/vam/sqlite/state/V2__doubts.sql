-- What is sent when it stays unclear whether the first words arrived, and since when a message is in doubt.
ALTER TABLE outbox ADD COLUMN again TEXT;
ALTER TABLE outbox ADD COLUMN sent_at INTEGER;
ALTER TABLE outbox ADD COLUMN doubted_at INTEGER;
ALTER TABLE outbox ADD COLUMN received_at INTEGER;

CREATE INDEX outbox_message ON outbox (message_id) WHERE message_id <> '';
CREATE INDEX outbox_received ON outbox (received_at) WHERE received_at > 0;

-- Receipts that overtook the answer to their own send; kept for some minutes.
CREATE TABLE early_receipt (
  message_id TEXT PRIMARY KEY,
  at         INTEGER NOT NULL
) WITHOUT ROWID;
