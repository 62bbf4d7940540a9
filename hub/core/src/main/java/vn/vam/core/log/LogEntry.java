package vn.vam.core.log;

import vn.vam.core.message.IdentityKey;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;

/** One message with what became of it, and the key under which a redelivered copy is recognised. */
public record LogEntry(RawMessage message, Outcome outcome, IdentityKey key) {}
