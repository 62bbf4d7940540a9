-- In a storm a change waits for others along its river or road, from held_at on, and becomes part of a summary.
ALTER TABLE notice ADD COLUMN held_at INTEGER;
ALTER TABLE notice ADD COLUMN summary INTEGER;

-- What each summary told of; S-17 of the outbox's keys is the summary 17.
CREATE TABLE summary_change (
  summary INTEGER NOT NULL,
  alert   INTEGER NOT NULL,
  change  TEXT NOT NULL,
  PRIMARY KEY (summary, alert)
) WITHOUT ROWID;
CREATE INDEX summary_of_alert ON summary_change (alert);

CREATE INDEX alert_over ON alert (cleared_at) WHERE cleared_at IS NOT NULL;
