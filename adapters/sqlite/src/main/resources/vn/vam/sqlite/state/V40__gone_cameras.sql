-- Whether a camera was last said to be gone: the word may be older than what of the log is read again at a start.
CREATE TABLE gone_camera (
  device  TEXT PRIMARY KEY,
  station TEXT NOT NULL,
  gone    INTEGER NOT NULL CHECK (gone IN (0, 1)),
  at      INTEGER NOT NULL
) WITHOUT ROWID;
