-- At which code a citizen was wrong, in the row of the citizen: its fingerprint.
ALTER TABLE wrong_try ADD COLUMN at_code BLOB;

-- How often somebody was shown a dossier, for as long as it counts; told by the same fingerprint as a wrong try.
CREATE TABLE shown_dossier (
  print BLOB NOT NULL,
  at    INTEGER NOT NULL
);
CREATE INDEX shown_dossier_of ON shown_dossier (print, at);
CREATE INDEX shown_dossier_at ON shown_dossier (at);
