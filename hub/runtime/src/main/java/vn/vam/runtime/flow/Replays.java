package vn.vam.runtime.flow;

import java.util.List;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.log.MessageId;
import vn.vam.core.message.Outcome;

/** Has rejected messages decoded again, with the configuration of today. */
public interface Replays {
  /** What became of a replay. */
  sealed interface Answer {}

  /**
   * It is decoded again and on disk.
   *
   * @param id of the rejected message
   * @param as under which the log has it now
   */
  record Logged(MessageId id, MessageId as, Outcome outcome) implements Answer {}

  /** The disk does not take it at the moment; it is logged as soon as it does. */
  record Waiting(MessageId id) implements Answer {}

  /** It was replayed before, or is about to be. */
  record Already(MessageId id) implements Answer {}

  /**
   * @param reason for people: why what is left of it cannot be decoded
   */
  record Closed(MessageId id, String reason) implements Answer {}

  /** No rejected message has this id, or none that is remembered. */
  record Unknown(MessageId id) implements Answer {}

  /** Whether enough of it is still kept. Never blocks. */
  default boolean isReplayable(RejectedMessage message) {
    return message.kept().isReplayable();
  }

  /** Whether it came from this device, as far as is known today. May block. */
  default boolean isOf(RejectedMessage message, String device) {
    return message.isOf(device);
  }

  /** Blocks for a few seconds at most. Answers are in the order of the ids. */
  List<Answer> replay(List<MessageId> ids);
}
