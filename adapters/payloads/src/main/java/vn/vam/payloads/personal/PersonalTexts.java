package vn.vam.payloads.personal;

import vn.vam.core.citizen.PhoneNumber;

/** What tells of a person in whatever stands: number plates and telephone numbers. */
public final class PersonalTexts {
  private PersonalTexts() {}

  /** Whether a text is such a thing, or holds one. */
  public static boolean isPersonal(String text) {
    return Plates.areIn(text) || PhoneNumber.isIn(text);
  }

  static String hiddenIn(String text) {
    return PhoneNumber.hiddenIn(Plates.hiddenIn(text));
  }
}
