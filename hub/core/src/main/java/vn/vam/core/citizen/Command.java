package vn.vam.core.citizen;

import java.util.Arrays;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.notify.Button;
import vn.vam.core.station.StationId;
import vn.vam.core.text.MatchKey;

/**
 * What a pressed button says, such as {@code #canhbao xuan-hoa}; people may type it too.
 *
 * @param rest what stands behind the verb, such as a station's id
 */
record Command(Verb verb, String rest) {
  static final String ALL = "tatca";

  enum Verb {
    SALINITY("doman"),
    SAFE("antoan"),
    CHART("bieudo"),
    DAY("ngayqua"),
    ALERTS("canhbao"),
    STOP("dung"),
    KEEP("giunguyen"),
    TAKE_BACK("nhanlai"),
    SUBSCRIPTIONS("canhbaocuatoi"),
    LIMIT("muc"),
    ERASE("xoathongtin"),
    NUMBER("sodienthoai"),
    DOSSIER("tracuuhoso"),
    FOLLOW("theodoi"),
    UNFOLLOW("botheodoi"),
    MORE("xemtiep"),
    MENU("menu");

    private final String word;

    Verb(String word) {
      this.word = word;
    }
  }

  /** Whether it is what a button says, of whatever verb. */
  static boolean looksLikeOne(String text) {
    return text.strip().startsWith("#");
  }

  static Optional<Command> in(String text) {
    if (!looksLikeOne(text)) {
      return Optional.empty();
    }
    String said = text.strip();
    String[] parts = said.substring(1).strip().split("\\s+", 2);
    String word = MatchKey.of(parts[0]).value();
    return Arrays.stream(Verb.values())
        .filter(verb -> verb.word.equals(word))
        .findFirst()
        .map(verb -> new Command(verb, parts.length > 1 ? parts[1].strip() : ""));
  }

  static Button button(String title, Verb verb) {
    return new Button(title, "#" + verb.word);
  }

  /**
   * @param rest what stands behind the verb; may be empty
   */
  static Button button(String title, Verb verb, String rest) {
    return new Button(title, ("#" + verb.word + " " + rest).strip());
  }

  static Button button(String title, Verb verb, DossierCode code) {
    return button(title, verb, code.value());
  }

  /** For all of what the verb stops. */
  static Button all(String title, Verb verb) {
    return button(title, verb, ALL);
  }

  /** One that needs no second question. */
  static Button surely(String title, Verb verb) {
    return new Button(title, "#" + verb.word + " chacchan");
  }

  static Button button(String title, Verb verb, StationId station) {
    return button(title, verb, station, "");
  }

  /**
   * @param more what stands behind the station; may be empty
   */
  static Button button(String title, Verb verb, StationId station, String more) {
    return new Button(title, ("#" + verb.word + " " + station + " " + more).strip());
  }
}
