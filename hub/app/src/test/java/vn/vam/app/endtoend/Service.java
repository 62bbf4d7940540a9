package vn.vam.app.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a citizen asks for, and what they hear.
 *
 * @param question what the citizen does
 * @param well what is told while everything outside is up
 * @param otherwise what is told while it is slow or away: the last good copy with its time, what
 *     the hub knows by itself, or a polite sentence
 * @param promised how long an answer may take
 */
record Service(
    String name, Consumer<Phone> question, Told well, Told otherwise, Duration promised) {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  /**
   * @param words what they say in any order
   */
  record Told(int messages, List<String> words) {
    static Told once(String... words) {
      return new Told(1, List.of(words));
    }

    Told in(int count) {
      return new Told(count, words);
    }
  }

  /** Of what the hub knows by itself. */
  static Service known(String question, String... words) {
    return new Service(
        question, phone -> phone.say(question), Told.once(words), Told.once(words), AT_ONCE);
  }

  /** Of what others publish: told from the last good copy, with its time. */
  static Service published(String question, String words) {
    return new Service(
        question,
        phone -> phone.say(question),
        Told.once(words),
        Told.once(words, "tin lấy lúc"),
        AT_ONCE);
  }

  /**
   * Of what somebody else has to be asked for each time.
   *
   * @param promised how long the hub waits for them
   */
  static Service asked(
      String name, Consumer<Phone> question, String words, String polite, Duration promised) {
    return new Service(name, question, Told.once(words), Told.once(polite), promised);
  }

  /** One answer may be more than one message. */
  Service inMessages(int whileWell, int whileNot) {
    return new Service(name, question, well.in(whileWell), otherwise.in(whileNot), promised);
  }

  @Override
  public String toString() {
    return name;
  }
}
