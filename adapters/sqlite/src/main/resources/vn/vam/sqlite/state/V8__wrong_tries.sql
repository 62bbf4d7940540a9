-- Wrong tries at dossiers, for as long as they count: a row for the citizen and one for the code, each told by a
-- fingerprint that is worth nothing without the key.
CREATE TABLE wrong_try (
  print BLOB NOT NULL,
  at    INTEGER NOT NULL
);
CREATE INDEX wrong_try_of ON wrong_try (print, at);
CREATE INDEX wrong_try_at ON wrong_try (at);

CREATE TABLE wrong_try_key (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  mac_key BLOB NOT NULL
);
INSERT INTO wrong_try_key VALUES (1, randomblob(32));
