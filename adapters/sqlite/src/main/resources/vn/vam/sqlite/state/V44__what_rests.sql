-- Who looks for what is due next passes over what rests, however much that is.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (priority DESC, due_at, id) WHERE state = 'WAITING' AND resting = 0;
CREATE INDEX outbox_resting ON outbox (due_at) WHERE state = 'WAITING' AND resting = 1;
