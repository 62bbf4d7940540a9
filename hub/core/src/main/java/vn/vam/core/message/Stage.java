package vn.vam.core.message;

/**
 * A step between decoding and the log that knows what came before: it completes readings, judges
 * them, or turns a message away. Duplicates never reach it. Used by one thread, in the order of
 * arrival, and never throws for bad input.
 */
public interface Stage {
  Outcome.Decoded apply(RawMessage message, Outcome.Accepted accepted);

  /** Learns from a message that an earlier run had logged, as this stage left it. */
  void recall(RawMessage message, Outcome.Accepted accepted);

  /** All messages so far are on disk. */
  default void logged() {}
}
