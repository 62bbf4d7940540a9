-- A limit that a citizen set for themselves; raised_at while its breach lasts. A number is never used twice: it names the
-- limit's rule, so that nothing of the rules tells whose it is.
CREATE TABLE citizen_limit (
  number    INTEGER PRIMARY KEY AUTOINCREMENT,
  citizen   TEXT NOT NULL,
  station   TEXT NOT NULL,
  side      TEXT NOT NULL,
  level     REAL NOT NULL,
  consent   TEXT NOT NULL,
  agreed_at INTEGER NOT NULL,
  raised_at INTEGER,
  UNIQUE (citizen, station, side)
);

CREATE TABLE limit_state (
  number     INTEGER NOT NULL REFERENCES citizen_limit (number) ON DELETE CASCADE,
  station    TEXT NOT NULL,
  phase      TEXT NOT NULL,
  since      INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_value REAL NOT NULL,
  PRIMARY KEY (number, station)
) WITHOUT ROWID;

-- Limits that were taken back and that the rules still know.
CREATE TABLE gone_limit (number INTEGER PRIMARY KEY);

CREATE TRIGGER limit_goes AFTER DELETE ON citizen_limit
BEGIN
  INSERT INTO gone_limit VALUES (old.number);
END;

-- Minutes of the day; from = until for someone who wants to be told at any hour.
CREATE TABLE quiet_hours (
  citizen      TEXT PRIMARY KEY,
  from_minute  INTEGER NOT NULL,
  until_minute INTEGER NOT NULL
) WITHOUT ROWID;

-- What the hub has asked a citizen and waits to hear.
CREATE TABLE open_question (
  citizen TEXT PRIMARY KEY,
  words   TEXT NOT NULL,
  at      INTEGER NOT NULL
) WITHOUT ROWID;

-- Changes of alerts go before those of citizens' own limits, of which there may be many.
CREATE INDEX notice_of_alert ON notice (id) WHERE alert > 0;
