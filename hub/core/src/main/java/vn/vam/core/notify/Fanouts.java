package vn.vam.core.notify;

import java.time.Instant;
import java.util.List;

/** Changes of which many are told, and how far that has come. Every call blocks. */
public interface Fanouts {
  /**
   * @param name alert and change, such as {@code A-12/raised}
   * @param total messages in all
   * @param waiting not sent yet, or under way
   * @param received those of the delivered ones that a phone has confirmed
   */
  record Fanout(
      String name,
      Instant at,
      long total,
      long waiting,
      long delivered,
      long received,
      long unclear,
      long undeliverable,
      boolean stopped) {}

  /** Newest first. */
  List<Fanout> newest(int most);

  /**
   * Whom one change was told: by itself, and in a storm together with others.
   *
   * @param alert its number
   * @param change such as {@code raised}
   */
  List<Fanout> of(String alert, String change);

  /**
   * Whoever was not told yet is not told any more.
   *
   * @return how many; negative where there is no such thing
   */
  long stop(String name, Instant now);
}
