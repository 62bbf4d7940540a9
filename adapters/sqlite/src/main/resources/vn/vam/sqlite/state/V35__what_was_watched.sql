-- How an alert ended: 0 as its rule saw it, 1 by an operator's hand, 2 when nobody watched it any more.
ALTER TABLE notice RENAME COLUMN by_hand TO ending;

-- The newest name of every station that ever was in the configuration.
CREATE TABLE known_station (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) WITHOUT ROWID;

-- What alerts of that severity told of when the rule was last in the configuration, and the
-- stations that one alert of it was about, where it had one for several; commas between them.
CREATE TABLE known_rule (
  rule     TEXT NOT NULL,
  severity TEXT NOT NULL,
  subjects TEXT NOT NULL,
  together TEXT NOT NULL,
  PRIMARY KEY (rule, severity)
) WITHOUT ROWID;
