-- How an alert ended, as in a notice: 0 as its rule saw it, 1 by an operator's hand, 2 when nobody watched it any more.
ALTER TABLE alert ADD COLUMN ending INTEGER;
UPDATE alert SET ending = CASE
  WHEN EXISTS (SELECT 1 FROM alert_event WHERE alert = number AND kind = 'UNWATCHED') THEN 2
  WHEN EXISTS (SELECT 1 FROM alert_event WHERE alert = number AND kind = 'CLOSED') THEN 1
  ELSE 0 END
WHERE state = 'CLEARED';
