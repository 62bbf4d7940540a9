package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;

/**
 * What the messenger shows of what was said between the account and a citizen. Personal data:
 * prints none of it.
 *
 * @param since nothing that was said later is left out
 * @param sent what the account said
 */
public record Transcript(Instant since, List<Evidence.Sent> sent) {
  public Transcript {
    sent = List.copyOf(sent);
  }

  @Override
  public String toString() {
    return "Transcript[since=" + since + "]";
  }
}
