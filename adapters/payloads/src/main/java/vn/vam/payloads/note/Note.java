package vn.vam.payloads.note;

/**
 * What became of one field.
 *
 * @param field as the message calls it, or as we do where it does not
 * @param what for people; quotes no value of the message
 */
public record Note(String field, String what) {
  @Override
  public String toString() {
    return "note: %s: %s".formatted(field, what);
  }
}
