-- The one a change is told to, who agreed to hear of its station only after it; NULL for its whole audience.
ALTER TABLE notice ADD COLUMN citizen TEXT;
