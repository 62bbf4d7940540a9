-- What citizens stopped last, each row as it stood in the table "kept_in", for the minutes in which it can be taken back.
CREATE TABLE stopped (
  number  INTEGER PRIMARY KEY,
  citizen TEXT NOT NULL,
  at      INTEGER NOT NULL,
  kept_in TEXT NOT NULL,
  row     TEXT NOT NULL
);
CREATE INDEX stopped_by_citizen ON stopped (citizen);
CREATE INDEX stopped_at ON stopped (at);
