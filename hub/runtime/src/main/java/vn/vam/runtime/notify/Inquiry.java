package vn.vam.runtime.notify;

import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Transcript;

/** Asks the messenger after a message in doubt, and keeps what it shows. */
public final class Inquiry {
  private static final Logger log = LoggerFactory.getLogger(Inquiry.class);
  static final String DOUBT = "vamDoubt";

  private final Messenger messenger;
  private final Doubts doubts;
  private final Clock clock;

  public Inquiry(Messenger messenger, Doubts doubts, Clock clock) {
    this.messenger = messenger;
    this.doubts = doubts;
    this.clock = clock;
  }

  public Object request(@Body Doubt doubt) {
    return messenger.inquiry(doubt);
  }

  public void keep(@Body Object answer, @ExchangeProperty(DOUBT) Doubt doubt) {
    messenger.transcript(answer, doubt).ifPresent(transcript -> keep(transcript, doubt));
  }

  private void keep(Transcript transcript, Doubt doubt) {
    transcript.sent().forEach(sent -> doubts.hear(sent, clock.instant()));
    if (doubts.misses(doubt, transcript, clock.instant())) {
      log.warn("an answer never arrived; it is sent again, message={}", doubt.id());
    }
  }
}
