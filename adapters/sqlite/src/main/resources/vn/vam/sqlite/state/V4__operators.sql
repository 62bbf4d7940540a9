-- Since when an alert waits for an operator, how many steps of their list were told since, and until when it is put off.
-- told_severity is the last one people were told of: a shelf may keep it behind.
ALTER TABLE alert ADD COLUMN waiting_since INTEGER;
ALTER TABLE alert ADD COLUMN steps_told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN snoozed_until INTEGER;
ALTER TABLE alert ADD COLUMN told_severity TEXT;
-- 1 while the one it was given to, or those who were told of it, do not know of that, or of its end.
ALTER TABLE alert ADD COLUMN assignee_untold INTEGER;
ALTER TABLE alert ADD COLUMN end_untold INTEGER;
UPDATE alert SET told_severity = severity;
CREATE INDEX alert_waiting ON alert (waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX alert_snoozed ON alert (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX alert_since ON alert (since);
CREATE INDEX alert_given ON alert (number) WHERE assignee_untold = 1;
CREATE INDEX alert_ended ON alert (number) WHERE end_untold = 1;

-- Everything that happened to an alert. The same done twice by the same person at the same instant is one line.
CREATE TABLE alert_event (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  alert INTEGER NOT NULL,
  kind  TEXT NOT NULL,
  at    INTEGER NOT NULL,
  who   TEXT NOT NULL,
  what  TEXT NOT NULL,
  value REAL
);
CREATE UNIQUE INDEX one_line_each ON alert_event (alert, kind, at, who, what);
INSERT INTO alert_event (alert, kind, at, who, what) SELECT number, 'RAISED', since, '', severity FROM alert;
INSERT INTO alert_event (alert, kind, at, who, what)
  SELECT number, 'CLEARED', cleared_at, '', severity FROM alert WHERE cleared_at IS NOT NULL;

-- A rule at a station of which nobody is told until then.
CREATE TABLE shelf (
  rule    TEXT NOT NULL,
  station TEXT NOT NULL,
  until   INTEGER NOT NULL,
  who     TEXT NOT NULL,
  at      INTEGER NOT NULL,
  PRIMARY KEY (rule, station)
) WITHOUT ROWID;

-- When operators were last sent a summary of a river or road, instead of a message for each alert.
CREATE TABLE storm (
  along   TEXT PRIMARY KEY,
  told_at INTEGER NOT NULL
) WITHOUT ROWID;
