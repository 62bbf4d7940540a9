package vn.vam.sim.zalo.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the platform's documentation leaves open, or says in two ways: each can be switched, and the
 * default is what is believed. Where nothing else is said 0 is off and 1 is on.
 */
public enum Switch {
  /** Consultation messages are refused (-234) from 22:00 to 06:00; documented as 24/24. */
  NIGHT_CS(0),
  /** Templates by user id are refused (-234) at night, as those of tag 3 are. */
  NIGHT_TEMPLATE(0),
  /** Templates by phone are refused (-133) at night; missing in the newest table. */
  NIGHT_ZNS(1),
  /** {@code /v2.0/oa/message} still sends; else -240. */
  V2_SEND(0),
  /** Lists are taken by v3; else -233. */
  LIST_V3(1),
  /** A form for a person's own data needs a picture; else -201. */
  FORM_IMAGE(0),
  /** Filling a form in opens the messaging window, as a written word does. */
  FORM_INTERACTS(0),
  /**
   * What a filled form tells: 0 name and phone, 1 birthday, gender and full address as well, 2 the
   * older shape with city, district and ward beside the name.
   */
  FORM_TELLS(0, 2, 0),
  /** A form is echoed as {@code oa_send_text}; else as {@code oa_send_template}. */
  FORM_ECHO_TEXT(0),
  /** Text with buttons is echoed as {@code oa_send_template}; else as {@code oa_send_text}. */
  BUTTONS_ECHO_TEMPLATE(0),
  /** The code for what is too long, without its sign. */
  TOO_LONG_CODE(201, 210, 9, 210),
  /**
   * How long a text is: 0 code points once composed (NFC), 1 UTF-16 units once composed, 2 code
   * points as they came.
   */
  TEXT_LENGTH(0, 2, 0),
  /** The code for an access token that was in force once, without its sign. */
  DEAD_TOKEN_CODE(216, 220, 4, 220),
  /** The code for a grant type that is none, without its sign. */
  GRANT_TYPE_CODE(14_000, 14_999, 14_001),
  /** The code for a wrong app secret. */
  APP_SECRET_CODE(14_000, 14_999, 14_004),
  /** The code for an authorization code that is unknown, used or old. */
  CONSENT_CODE(14_000, 14_999, 14_010),
  /** The code for a verifier that does not fit its challenge. */
  VERIFIER_CODE(14_000, 14_999, 14_011),
  /** A refresh token that was used gets an empty body; else -14014. */
  USED_REFRESH_EMPTY(1),
  /** A webhook is repeated after any failure; else only where no connection could be opened. */
  RETRY_ANY_FAILURE(1),
  /** Within 48 hours the quota tells {@code remain} and {@code total}, 8 both. */
  QUOTA_REMAIN(0),
  /** The quota's {@code expired_date} is a number of milliseconds; else 12:00 14/03/2026. */
  QUOTA_DATE_MS(0),
  /** Who wrote and never followed may be answered; else -213. */
  VISITORS_ANSWERED(1),
  /**
   * Where a template by user id names the person: 0 either way, 1 in {@code user_id}, 2 in {@code
   * recipient.user_id}.
   */
  TEMPLATE_RECIPIENT(0, 2, 0),
  /** A picture in a conversation's rows is of type {@code image}; else {@code photo}. */
  ROWS_IMAGE(0),
  /** The minute of the rate limit slides; else it is the clock's. */
  RATE_SLIDES(0),
  /** {@code user_seen_message} comes from the person; else from the account, as receipts do. */
  SEEN_BY_PERSON(0),
  /** It lists {@code msg_ids}; else each message has an event with its {@code msg_id}. */
  SEEN_IDS(1),
  /** {@code user_withdraw} names sender and recipient; else {@code oa_id} and {@code user_id}. */
  WITHDRAW_SENDER(0),
  /** A place is told in {@code message.location}; else in an attachment's coordinates. */
  LOCATION_FLAT(0),
  /** Templates by phone a day; the platform moves it by what recipients report. */
  ZNS_DAILY(0, 1_000_000, 500),
  /** Uploads a month for each of the three doors. */
  UPLOADS_MONTHLY(0, 1_000_000, 5_000),
  /** How long an article is looked at. */
  ARTICLE_DELAY_MS(0, 600_000, 6_000),
  /** Words that begin with # are answered by the account itself and reach no app. */
  HASH_INSIDE(0),
  /** The console's filter ("Lọc cú pháp"): of texts only those that begin with # reach the app. */
  HASH_ONLY(0);

  private static final int FEW = 3;

  private final int least;
  private final int most;
  private final int step;
  private final int standard;

  /** Off or on. */
  Switch(int standard) {
    this(0, 1, standard);
  }

  Switch(int least, int most, int standard) {
    this(least, most, 1, standard);
  }

  /**
   * @param step from one position to the next
   */
  Switch(int least, int most, int step, int standard) {
    this.least = least;
    this.most = most;
    this.step = step;
    this.standard = standard;
  }

  /** As people write it, such as {@code night-zns}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where it may stand, such as {@code 0 or 1}. */
  public String positions() {
    int steps = (most - least) / step;
    return steps < FEW
        ? IntStream.rangeClosed(0, steps)
            .mapToObj(n -> Integer.toString(least + n * step))
            .collect(Collectors.joining(" or "))
        : least + " to " + most;
  }

  public boolean allows(int position) {
    return position >= least && position <= most && (position - least) % step == 0;
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
