package vn.vam.runtime.notify;

import java.time.Clock;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Evidence;

/** Asks the messenger after a message in doubt, and keeps what it shows. */
public final class Inquiry {
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
    List<Evidence> shown = messenger.evidence(answer, doubt);
    shown.forEach(evidence -> doubts.hear(evidence, clock.instant()));
  }
}
