-- Who agreed to be sent the news of a topic, with which words and when.
CREATE TABLE news_subscription (
  citizen   TEXT NOT NULL,
  topic     TEXT NOT NULL,
  consent   TEXT NOT NULL,
  agreed_at INTEGER NOT NULL,
  PRIMARY KEY (citizen, topic)
) WITHOUT ROWID;
CREATE INDEX news_subscription_of_topic ON news_subscription (topic, agreed_at);

-- Articles that were sent, as a fingerprint of their key, and on which day; kept for some weeks.
CREATE TABLE news_told (
  topic   TEXT NOT NULL,
  article TEXT NOT NULL,
  day     TEXT NOT NULL,
  PRIMARY KEY (topic, article)
) WITHOUT ROWID;
