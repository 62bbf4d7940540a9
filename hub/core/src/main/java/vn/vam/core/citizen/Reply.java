package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Shown;

/** What the hub says and remembers when a citizen did something. */
public record Reply(List<Message> messages, List<ProfileChange> changes) {
  public Reply {
    messages = List.copyOf(messages);
    changes = List.copyOf(changes);
  }

  /**
   * @param text NFC; what is longer than a page comes in pages
   * @param buttons as many of them are shown as the messenger takes
   * @param shown in place of {@code text} where the messenger can; goes without buttons
   */
  public record Message(String text, List<Button> buttons, Optional<Shown> shown) {
    public Message {
      buttons = buttons.stream().limit(Buttons.MOST).toList();
    }

    public Message(String text, List<Button> buttons) {
      this(text, buttons, Optional.empty());
    }

    Message behind(String words) {
      return new Message(words + "\n" + text, buttons, shown.map(what -> what.behind(words)));
    }

    Message offering(String words, Button button) {
      List<Button> more =
          Stream.concat(buttons.stream().limit(Buttons.MOST - 1), Stream.of(button)).toList();
      return new Message(text + "\n" + words, more, shown);
    }

    /** May hold personal data: prints its length alone. */
    @Override
    public String toString() {
      return "Message[" + text.length() + " characters]";
    }
  }

  /** One message that changes nothing. */
  public static Reply of(String text, List<Button> buttons) {
    return new Reply(List.of(new Message(text, buttons)), List.of());
  }

  /** One message that shows something; {@code text} is for where it cannot be shown. */
  public static Reply showing(String text, Shown shown) {
    return new Reply(List.of(new Message(text, List.of(), Optional.of(shown))), List.of());
  }

  public static Reply silence(ProfileChange... changes) {
    return new Reply(List.of(), List.of(changes));
  }

  /** These messages and those behind them. */
  public Reply and(Reply other) {
    return new Reply(
        Stream.concat(messages.stream(), other.messages.stream()).toList(),
        Stream.concat(changes.stream(), other.changes.stream()).toList());
  }

  /** The first message ends with these words, and the button is its last. */
  Reply offering(String words, Button button) {
    return new Reply(
        Stream.concat(
                messages.stream().limit(1).map(message -> message.offering(words, button)),
                messages.stream().skip(1))
            .toList(),
        changes);
  }

  /** The first message begins with these words. */
  public Reply behind(String words) {
    return new Reply(
        Stream.concat(
                messages.stream().limit(1).map(message -> message.behind(words)),
                messages.stream().skip(1))
            .toList(),
        changes);
  }

  /** The same messages, and this is remembered too. */
  public Reply with(ProfileChange... more) {
    return new Reply(messages, Stream.concat(changes.stream(), Stream.of(more)).toList());
  }
}
