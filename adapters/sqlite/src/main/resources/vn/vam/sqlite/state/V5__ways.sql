-- By which ways citizens can be reached, and which failed with a message. Resting: until its citizen says something again.
ALTER TABLE outbox ADD COLUMN way TEXT;
ALTER TABLE outbox ADD COLUMN tried TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN resting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN fanout TEXT;

CREATE INDEX outbox_expiry ON outbox (expires_at) WHERE state = 'WAITING';
CREATE INDEX outbox_fanout ON outbox (fanout, state) WHERE fanout IS NOT NULL;

-- Whom a change is told, and whether somebody has stopped that.
CREATE TABLE fanout (
  name    TEXT PRIMARY KEY,
  at      INTEGER NOT NULL,
  total   INTEGER NOT NULL,
  stopped INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- A number somebody gave to be told of dangers there, with the messenger's own form.
CREATE TABLE phone (
  citizen   TEXT PRIMARY KEY,
  number    TEXT NOT NULL,
  agreed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE contact (
  citizen TEXT PRIMARY KEY,
  at      INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER contact_is_made AFTER INSERT ON inbox WHEN new.kind NOT IN ('UNFOLLOWED', 'WITHDREW')
BEGIN
  INSERT INTO contact VALUES (new.citizen, new.at)
    ON CONFLICT (citizen) DO UPDATE SET at = max(at, excluded.at);
  UPDATE outbox SET resting = 0, due_at = new.received_at, tried = ''
    WHERE citizen = new.citizen AND state = 'WAITING' AND resting = 1;
END;

-- A danger's words are kept until a phone has confirmed it, or it went another way.
CREATE TABLE unconfirmed (
  message INTEGER PRIMARY KEY,
  text    TEXT NOT NULL,
  since   INTEGER NOT NULL
);

CREATE TRIGGER danger_is_sent AFTER UPDATE OF state ON outbox
  WHEN new.state = 'DELIVERED' AND new.priority BETWEEN 2 AND 99 AND new.fanout IS NOT NULL AND old.text <> ''
    AND new.citizen <> '' AND coalesce(new.received_at, 0) = 0
BEGIN
  INSERT OR REPLACE INTO unconfirmed VALUES (new.id, coalesce(old.again, old.text), new.settled_at);
END;

CREATE TRIGGER danger_is_confirmed AFTER UPDATE OF received_at ON outbox WHEN new.received_at > 0
BEGIN
  DELETE FROM unconfirmed WHERE message = new.id;
END;

CREATE TRIGGER citizen_is_forgotten AFTER UPDATE OF citizen ON outbox WHEN new.citizen = ''
BEGIN
  DELETE FROM unconfirmed WHERE message = new.id;
END;
