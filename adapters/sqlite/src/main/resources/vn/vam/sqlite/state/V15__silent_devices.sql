-- When each device of a station was heard last by a rule that waits for silence, and whether people were told of its silence.
CREATE TABLE rule_hearing (
  rule     TEXT NOT NULL,
  station  TEXT NOT NULL,
  device   TEXT NOT NULL,
  heard_at INTEGER NOT NULL,
  told     INTEGER NOT NULL,
  PRIMARY KEY (rule, station, device)
) WITHOUT ROWID;

-- When the rules last kept what they had decided: from then on a hub that is killed stood still.
CREATE TABLE rule_clock (
  only         INTEGER PRIMARY KEY CHECK (only = 1),
  committed_at INTEGER NOT NULL
);

-- The devices of the station that an alert or a change is about, with a comma between them; empty for all.
ALTER TABLE alert ADD COLUMN devices TEXT NOT NULL DEFAULT '';
ALTER TABLE alert ADD COLUMN told_devices TEXT NOT NULL DEFAULT '';
ALTER TABLE notice ADD COLUMN devices TEXT NOT NULL DEFAULT '';
