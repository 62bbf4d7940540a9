-- What a message shows in place of its plain words; forgotten with them.

-- The numbers a picture is drawn from when it is sent. Points, marks and tides are lines of text.
CREATE TABLE outbox_picture (
  message INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
  caption TEXT NOT NULL,
  title   TEXT NOT NULL,
  begins  INTEGER NOT NULL,
  ends    INTEGER NOT NULL,
  points  TEXT NOT NULL,
  marks   TEXT NOT NULL,
  tides   TEXT NOT NULL
);

CREATE TABLE outbox_card (
  message  INTEGER NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title    TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  link     TEXT NOT NULL,
  picture  TEXT,
  PRIMARY KEY (message, position)
) WITHOUT ROWID;
