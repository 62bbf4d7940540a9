package vn.vam.core.notify;

import java.util.Locale;

/** How a message may reach a citizen, the cheapest first. */
public enum Way {
  /** Into the chat, while the citizen's last word is not too old. */
  CONSULTATION,
  /** An approved template to the citizen's id, at any time; paid for. */
  TEMPLATE,
  /** An approved template to the citizen's phone number, by day; paid for. */
  PHONE;

  /** As metrics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
