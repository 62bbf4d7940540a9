-- Since when other devices are silent than operators know of, and those that they know of. In rule_hearing, told is 2 of a
-- device whose silence people know of and that was heard since.
ALTER TABLE alert ADD COLUMN devices_since INTEGER;
ALTER TABLE alert ADD COLUMN called_devices TEXT NOT NULL DEFAULT '';
UPDATE alert SET called_devices = devices;
CREATE INDEX alert_devices_since ON alert (devices_since) WHERE devices_since IS NOT NULL;
