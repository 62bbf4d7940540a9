package vn.vam.zalo;

import java.net.URI;

/**
 * A button under a text. Limits are checked when sending: title at most 100 characters, payload at
 * most 1000, SMS content at most 160.
 */
public sealed interface Button {
  String title();

  /** Posts {@code payload} into the chat as if the citizen had typed it, visibly. */
  record QueryShown(String title, String payload) implements Button {}

  /** Like {@link QueryShown}, but the citizen does not see the payload. */
  record QueryHidden(String title, String payload) implements Button {}

  record OpenUrl(String title, URI url) implements Button {}

  /**
   * @param phone with country code and without plus sign, {@code 84…}
   */
  record OpenPhone(String title, String phone) implements Button {}

  /**
   * @param phone with country code and without plus sign, {@code 84…}
   */
  record OpenSms(String title, String content, String phone) implements Button {}
}
