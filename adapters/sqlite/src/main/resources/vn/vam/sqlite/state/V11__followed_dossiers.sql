-- Dossiers that citizens follow, and what they were last told of each. A number is never used twice: it names the messages,
-- so that nothing of them tells whose dossier it is. changes: of how many they were told.
CREATE TABLE followed_dossier (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  citizen    TEXT NOT NULL,
  code       TEXT NOT NULL,
  state      INTEGER,
  state_text TEXT NOT NULL,
  due_at     INTEGER,
  late       INTEGER NOT NULL,
  changes    INTEGER NOT NULL DEFAULT 0,
  consent    TEXT NOT NULL,
  agreed_at  INTEGER NOT NULL,
  ends_at    INTEGER NOT NULL,
  asked_at   INTEGER NOT NULL,
  UNIQUE (citizen, code)
);
CREATE INDEX followed_dossier_asked ON followed_dossier (asked_at);
