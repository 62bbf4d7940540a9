-- Times are milliseconds since 1970 UTC.

CREATE TABLE reader_place (
  reader TEXT PRIMARY KEY,
  place  TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE rule_state (
  rule       TEXT NOT NULL,
  station    TEXT NOT NULL,
  phase      TEXT NOT NULL,
  since      INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_value REAL NOT NULL,
  PRIMARY KEY (rule, station)
) WITHOUT ROWID;

CREATE TABLE alert (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  rule       TEXT NOT NULL,
  station    TEXT NOT NULL,
  severity   TEXT NOT NULL,
  state      TEXT NOT NULL,
  since      INTEGER NOT NULL,
  cleared_at INTEGER,
  value      REAL NOT NULL,
  assignee   TEXT
);
CREATE UNIQUE INDEX one_open_alert ON alert (rule, station) WHERE state <> 'CLEARED';

-- Changes whose audience has not been told yet.
CREATE TABLE notice (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  alert    INTEGER NOT NULL,
  change   TEXT NOT NULL,
  rule     TEXT NOT NULL,
  station  TEXT NOT NULL,
  severity TEXT NOT NULL,
  at       INTEGER NOT NULL,
  value    REAL NOT NULL
);

-- A message's text and buttons are forgotten once its fate is known; the key stays, so that it is never sent twice.
CREATE TABLE outbox (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL UNIQUE,
  citizen    TEXT NOT NULL,
  text       TEXT NOT NULL,
  priority   INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  due_at     INTEGER NOT NULL,
  expires_at INTEGER,
  attempts   INTEGER NOT NULL DEFAULT 0,
  state      TEXT NOT NULL DEFAULT 'WAITING',
  reason     TEXT,
  message_id TEXT,
  settled_at INTEGER
);
CREATE INDEX outbox_due ON outbox (priority DESC, due_at, id) WHERE state = 'WAITING';
CREATE INDEX outbox_state ON outbox (state);
CREATE INDEX outbox_of_citizen ON outbox (citizen);

CREATE TABLE outbox_button (
  message  INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title    TEXT NOT NULL,
  payload  TEXT NOT NULL,
  PRIMARY KEY (message, position)
) WITHOUT ROWID;

-- What a citizen did is forgotten once it is answered; the key stays for a day and more, so that it is never answered twice.
CREATE TABLE inbox (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  key         TEXT NOT NULL UNIQUE,
  received_at INTEGER NOT NULL,
  citizen     TEXT,
  kind        TEXT,
  body        TEXT,
  at          INTEGER,
  answered    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX inbox_waiting ON inbox (id) WHERE answered = 0;

CREATE TABLE citizen (
  id         TEXT PRIMARY KEY,
  following  INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE subscription (
  citizen   TEXT NOT NULL,
  station   TEXT NOT NULL,
  consent   TEXT NOT NULL,
  agreed_at INTEGER NOT NULL,
  PRIMARY KEY (citizen, station)
) WITHOUT ROWID;
CREATE INDEX subscription_of_station ON subscription (station, agreed_at);

-- The Zalo account's tokens. A refresh token works once: when it was taken up for use is kept before it is used.
-- grown_from is a fingerprint of the configured token it all began with: a new one in the configuration begins anew.
CREATE TABLE token (
  only              INTEGER PRIMARY KEY CHECK (only = 1),
  access_token      TEXT NOT NULL,
  refresh_token     TEXT NOT NULL,
  issued_at         INTEGER NOT NULL,
  access_expires_at INTEGER NOT NULL,
  refreshing_since  INTEGER,
  grown_from        TEXT NOT NULL
);
