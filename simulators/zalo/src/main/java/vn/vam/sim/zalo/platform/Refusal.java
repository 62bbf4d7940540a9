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

  static final Refusal OUT_OF_QUOTA = new Refusal(-211, "Out of quota");
  static final Refusal PROCESSING = new Refusal(-214, "Article is being processed");
  static final Refusal AT_NIGHT = new Refusal(-234, "Message cannot be sent at night");
  static final Refusal V2_SHUT_DOWN = new Refusal(-240, "This API has been shut down, use v3");
  static final Refusal ZNS_PHONE = new Refusal(-108, "Phone number is invalid");
  static final Refusal ZNS_TEMPLATE = new Refusal(-109, "Template id is invalid");
  static final Refusal ZNS_EMPTY = new Refusal(-111, "Template data is empty");
  static final Refusal NO_ZALO = new Refusal(-118, "Zalo account does not exist");
  static final Refusal ZNS_TOKEN = new Refusal(-124, "Access token is invalid");
  static final Refusal ZNS_PARAMETER = new Refusal(-132, "Parameter is invalid");
  static final Refusal ZNS_NIGHT = new Refusal(-133, "Not allowed to send from 22:00 to 06:00");
  static final Refusal ZNS_DAILY = new Refusal(-144, "OA has reached its daily limit");
  static final Refusal ZNS_TOO_LONG = new Refusal(-1121, "Template data is too long");
  static final Refusal ZNS_MISSING = new Refusal(-1122, "Template data is missing");
  static final Refusal ZNS_FORMAT = new Refusal(-1124, "Template data has a wrong format");

  static Refusal ordered(int code) {
    return new Refusal(code, "as ordered");
  }

  static Refusal invalid(String field) {
    return new Refusal(-201, field + " is invalid!");
  }

  static Refusal overLimit(String field, int most) {
    return new Refusal(-210, field + " is over the limit of " + most);
  }
}
