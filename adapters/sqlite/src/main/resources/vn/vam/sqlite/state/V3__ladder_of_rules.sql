-- Each step of a rule's ladder has a timer of its own: rung 0 is the rule itself.

CREATE TABLE rule_state_by_rung (
  rule       TEXT NOT NULL,
  station    TEXT NOT NULL,
  rung       INTEGER NOT NULL,
  phase      TEXT NOT NULL,
  since      INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  last_value REAL NOT NULL,
  PRIMARY KEY (rule, station, rung)
) WITHOUT ROWID;

INSERT INTO rule_state_by_rung
  SELECT rule, station, 0, phase, since, last_at, last_value FROM rule_state;

DROP TABLE rule_state;
ALTER TABLE rule_state_by_rung RENAME TO rule_state;
