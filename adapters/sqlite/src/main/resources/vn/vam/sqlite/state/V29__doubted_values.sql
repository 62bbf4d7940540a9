-- The newest value of a series where it is suspect and no good one came since: the next good one may confirm it.
CREATE TABLE doubted_value (
  station  TEXT NOT NULL,
  quantity TEXT NOT NULL,
  at       INTEGER NOT NULL,
  value    REAL NOT NULL,
  PRIMARY KEY (station, quantity)
) WITHOUT ROWID;

-- What a suspect value would have raised, until operators are told.
CREATE TABLE doubted_breach (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  rule     TEXT NOT NULL,
  station  TEXT NOT NULL,
  severity TEXT NOT NULL,
  at       INTEGER NOT NULL,
  value    REAL NOT NULL
);
