-- Whom the hub has asked for a telephone number, and the words of whoever agreed; nobody is asked twice.
CREATE TABLE number_offer (
  citizen TEXT PRIMARY KEY,
  consent TEXT,
  at      INTEGER NOT NULL
) WITHOUT ROWID;

-- The messenger's form in place of plain words; forgotten with them.
CREATE TABLE outbox_form (
  message  INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
  title    TEXT NOT NULL,
  subtitle TEXT NOT NULL
);

-- That filling the form in opens the messaging window is not documented.
DROP TRIGGER contact_is_made;
CREATE TRIGGER contact_is_made AFTER INSERT ON inbox WHEN new.kind NOT IN ('UNFOLLOWED', 'WITHDREW', 'GAVE_NUMBER')
BEGIN
  INSERT INTO contact VALUES (new.citizen, new.at)
    ON CONFLICT (citizen) DO UPDATE SET at = max(at, excluded.at);
  UPDATE outbox SET resting = 0, due_at = new.received_at, tried = ''
    WHERE citizen = new.citizen AND state = 'WAITING' AND resting = 1;
END;
