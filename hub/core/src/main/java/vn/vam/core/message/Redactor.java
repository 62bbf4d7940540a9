package vn.vam.core.message;

/** Decides what of a message may be written to the log, where personal data may be in it. */
public interface Redactor {
  /** For sources that carry no personal data. */
  Redactor NOTHING = (message, outcome) -> new Envelope(message, Envelope.Kept.WHOLE);

  Envelope redact(RawMessage message, Outcome outcome);
}
