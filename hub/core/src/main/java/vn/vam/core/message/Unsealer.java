package vn.vam.core.message;

/**
 * Opens what a {@link Redactor} sealed ({@link Envelope.Kept#SEALED}), for a replay. Safe for
 * several threads.
 */
public interface Unsealer {
  /** Where nothing was ever sealed. */
  Unsealer NONE = copy -> new Closed("no sealing key is set");

  /** What became of the attempt. */
  sealed interface Opened {}

  /**
   * @param message as it had arrived
   */
  record Whole(RawMessage message) implements Opened {}

  /**
   * @param reason for people, such as that its time is over
   */
  record Closed(String reason) implements Opened {}

  /**
   * @param copy the message of the envelope, as the log keeps it
   */
  Opened open(RawMessage copy);
}
