-- 1 where an operator ended the alert, whatever its rule says.
ALTER TABLE notice ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;
