package vn.vam.sim.zalo.platform;

/**
 * The platform's no, in its own words.
 *
 * @param code negative, from the platform's table
 */
record Refusal(int code, String message) {
  static final Refusal TOO_MANY_REQUESTS =
      new Refusal(-32, "Your application reached limit call api");
  static final Refusal ATTACHMENT_EXPIRED = new Refusal(-100, "attachment_id is expired");
  static final Refusal NOT_FOLLOWING = new Refusal(-213, "User has not followed OA");
  static final Refusal TOKEN_INVALID = new Refusal(-216, "Access token is invalid");
  static final Refusal TOKEN_EXPIRED = new Refusal(-220, "Access token is expired or removed");
  static final Refusal NO_INTERACTION =
      new Refusal(-230, "User has not interacted with the OA in the past 7 days");
  static final Refusal UNSUPPORTED = new Refusal(-233, "Message type is not supported");

  static Refusal invalid(String field) {
    return new Refusal(-201, field + " is invalid!");
  }

  static Refusal overLimit(String field, int most) {
    return new Refusal(-210, field + " is over the limit of " + most);
  }
}
