package vn.vam.runtime.notify;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;
import vn.vam.core.citizen.ChatPace;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Conversation;
import vn.vam.core.citizen.Haste;
import vn.vam.core.citizen.Haste.Heed;
import vn.vam.core.citizen.Profile;
import vn.vam.core.citizen.Reply;

/**
 * Answers whoever writes at a person's pace, and asks whoever does not to wait, once. A message
 * that is not answered is counted, without its writer.
 */
public final class Pacing implements Answering.Mind {
  private static final String HASTY = "vam.chat.hasty";

  private final Haste haste;
  private final Supplier<Conversation> conversation;
  private final MeterRegistry metrics;

  public Pacing(ChatPace pace, Supplier<Conversation> conversation, MeterRegistry metrics) {
    this.haste = new Haste(pace);
    this.conversation = conversation;
    this.metrics = metrics;
  }

  @Override
  public Reply answer(CitizenEvent event, Profile profile, Instant now) {
    Conversation mind = conversation.get();
    Heed heed = haste.heed(event.citizen(), event.at());
    if (heed instanceof Heed.Answer || mind.isAlwaysHeard(event, profile)) {
      return mind.answer(event, profile, now);
    }
    if (heed instanceof Heed.AskToWait ask) {
      haste.asked(event.citizen());
      count("asked-to-wait");
      return mind.askToWait(ask.span());
    }
    count("not-answered");
    return Reply.silence();
  }

  private void count(String then) {
    metrics.counter(HASTY, "then", then).increment();
  }
}
