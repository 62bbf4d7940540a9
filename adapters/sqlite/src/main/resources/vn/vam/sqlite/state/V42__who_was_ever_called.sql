-- The most steps of the operators' list that were ever told of the alert: "steps_told" begins anew with each wait.
ALTER TABLE alert ADD COLUMN most_told INTEGER NOT NULL DEFAULT 0;
UPDATE alert SET most_told = max(steps_told, EXISTS (SELECT 1 FROM alert_event WHERE alert = number AND kind = 'CALLED'))
WHERE state <> 'CLEARED' OR end_untold = 1;
