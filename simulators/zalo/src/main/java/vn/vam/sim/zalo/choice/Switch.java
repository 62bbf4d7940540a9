package vn.vam.sim.zalo.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the platform's documentation leaves open, or says in two ways: each can be switched, and the
 * default is what is believed. 0 is off, 1 is on.
 */
public enum Switch {
  /** Consultation messages are refused (-234) from 22:00 to 06:00; documented as 24/24. */
  NIGHT_CS(0, 1, 0),
  /** Templates by user id are refused (-234) at night, as those of tag 3 are. */
  NIGHT_TEMPLATE(0, 1, 0),
  /** Templates by phone are refused (-133) at night; missing in the newest table. */
  NIGHT_ZNS(0, 1, 1),
  /** {@code /v2.0/oa/message} still sends; else -240. */
  V2_SEND(0, 1, 0),
  /** Lists are taken by v3; else -233. */
  LIST_V3(0, 1, 1),
  /** A form for a person's own data needs a picture; else -201. */
  FORM_IMAGE(0, 1, 0),
  /** Filling a form in opens the messaging window, as a written word does. */
  FORM_INTERACTS(0, 1, 0),
  /** The code for what is too long, without its sign. */
  TOO_LONG_CODE(201, 210, 210),
  /** Templates by phone a day; the platform moves it by what recipients report. */
  ZNS_DAILY(0, 1_000_000, 500),
  /** Uploads a month for each of the three doors. */
  UPLOADS_MONTHLY(0, 1_000_000, 5_000),
  /** How long an article is looked at. */
  ARTICLE_DELAY_MS(0, 600_000, 6_000),
  /** Words that begin with # are answered by the account itself and reach no app. */
  HASH_INSIDE(0, 1, 0);

  private final int least;
  private final int most;
  private final int standard;

  Switch(int least, int most, int standard) {
    this.least = least;
    this.most = most;
    this.standard = standard;
  }

  /** As people write it, such as {@code night-zns}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int least() {
    return least;
  }

  public int most() {
    return most;
  }

  public int standard() {
    return standard;
  }

  public static Optional<Switch> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Switch::word).toList();
  }
}
