-- Before this nobody looks for another way: the only one that is left is not open yet.
ALTER TABLE unconfirmed ADD COLUMN not_before INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER danger_is_sent;
CREATE TRIGGER danger_is_sent AFTER UPDATE OF state ON outbox
  WHEN new.state = 'DELIVERED' AND new.priority BETWEEN 2 AND 99 AND new.fanout IS NOT NULL AND old.text <> ''
    AND new.citizen <> '' AND coalesce(new.received_at, 0) = 0
BEGIN
  INSERT OR REPLACE INTO unconfirmed (message, text, since)
  VALUES (new.id, coalesce(old.again, old.text), new.settled_at);
END;

-- Alerts that were put off and then shelved had lost their time: they wake now.
UPDATE alert SET snoozed_until = CAST(strftime('%s', 'now') AS INTEGER) * 1000
WHERE state = 'ACKNOWLEDGED' AND snoozed_until IS NULL AND (
  SELECT kind FROM alert_event
  WHERE alert = number AND kind IN ('SNOOZED', 'ACKNOWLEDGED', 'ASSIGNED') ORDER BY id DESC LIMIT 1) = 'SNOOZED';
