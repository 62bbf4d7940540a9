package vn.vam.sim.zalo.chat;

/**
 * What a citizen may tap under a message.
 *
 * @param type {@code oa.query.show}, {@code oa.query.hide}, {@code oa.open.url}, {@code
 *     oa.open.phone} or {@code oa.open.sms}
 * @param payload the query text, the address, or the phone number, by type
 */
public record Button(String title, String type, String payload) {
  public boolean isHiddenQuery() {
    return type.equals("oa.query.hide");
  }
}
