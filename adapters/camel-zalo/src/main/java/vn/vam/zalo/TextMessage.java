package vn.vam.zalo;

import java.util.List;

/**
 * A consultation message: text, with up to five buttons. Holds personal data: prints nothing of it.
 *
 * @param userId the recipient's id for this Official Account
 * @param text at most 2000 characters after NFC normalisation, checked when sending
 */
public record TextMessage(String userId, String text, List<Button> buttons) {
  public TextMessage {
    buttons = List.copyOf(buttons);
  }

  public static TextMessage of(String userId, String text) {
    return new TextMessage(userId, text, List.of());
  }

  @Override
  public String toString() {
    return "TextMessage[%d characters, %d buttons]".formatted(text.length(), buttons.size());
  }
}
