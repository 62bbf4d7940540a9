package vn.vam.payloads.note;

/**
 * What became of one field.
 *
 * @param field as the message calls it, or as we do where it does not
 * @param what for people; quotes no value of the message
 */
public record Note(String field, String what) {
  private static final int LONGEST_NAME = 64;

  /** Of a field whose name is told only where people can read it. */
  public static Note of(String name, String what) {
    return new Note(printable(name), what);
  }

  private static String printable(String name) {
    return name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl)
        ? name
        : "a name of %d characters".formatted(name.length());
  }

  @Override
  public String toString() {
    return "note: %s: %s".formatted(field, what);
  }
}
