-- When operators were last told of a suspect breach of a rule at a station, how grave, and for how many milliseconds they are
-- not told of the like again. What came since waits in doubted_breach.
CREATE TABLE doubted_told (
  rule     TEXT NOT NULL,
  station  TEXT NOT NULL,
  severity TEXT NOT NULL,
  at       INTEGER NOT NULL,
  patience INTEGER NOT NULL,
  PRIMARY KEY (rule, station)
) WITHOUT ROWID;
