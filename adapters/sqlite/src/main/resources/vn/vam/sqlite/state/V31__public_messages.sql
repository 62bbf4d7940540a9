-- What other warning systems were told, as they were told it. warned: a line an alert, its number, severity and words with tabs between.
CREATE TABLE public_message (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  identifier TEXT NOT NULL UNIQUE,
  sender     TEXT NOT NULL,
  sent       INTEGER NOT NULL,
  warned     TEXT NOT NULL,
  body       TEXT NOT NULL
);
CREATE INDEX public_message_sent ON public_message (sent);
