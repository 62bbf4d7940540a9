package vn.vam.payloads.json;

/**
 * How much of a message is looked at before it is refused.
 *
 * @param payload bytes
 * @param depth objects and arrays within one another
 * @param number characters of a number
 * @param text characters of a text
 * @param name characters of a field's name
 * @param tokens names, values, opening and closing brackets together
 */
public record Limits(int payload, int depth, int number, int text, int name, long tokens) {
  public static final Limits USUAL = new Limits(256 * 1024, 32, 100, 64 * 1024, 256, 20_000);
}
