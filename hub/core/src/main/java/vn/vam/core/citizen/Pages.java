package vn.vam.core.citizen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.notify.Button;
import vn.vam.core.text.Cut;

/**
 * An answer that is too long for one message, or for a small screen, comes in pages: the next one
 * on "xem tiếp", for as long as the hub remembers what it asked. Pure.
 */
final class Pages {
  /** Well below what the messenger takes, in characters. */
  static final int LONGEST = 1_500;

  private static final int MOST_LINES = 25;

  /** So much is kept of what was not told yet; behind it stand dots. */
  private static final int MOST_KEPT = 40_000;

  private static final List<String> GAPS = List.of(", ", " → ", " ");
  private static final String LEFT_OUT = "\n…";

  private final Sentences sentences;

  Pages(Sentences sentences) {
    this.sentences = sentences;
  }

  /** The same, where it fits; else its first page. */
  Reply first(Reply reply) {
    for (int at = 0; at < reply.messages().size(); at++) {
      Reply.Message message = reply.messages().get(at);
      if (message.shown().isEmpty() && end(message.text()) < message.text().length()) {
        return paged(reply, at);
      }
    }
    return reply;
  }

  /** What is behind a long message waits with the rest of it. */
  private Reply paged(Reply reply, int at) {
    List<Reply.Message> waiting = reply.messages().subList(at, reply.messages().size());
    String text = waiting.stream().map(Reply.Message::text).collect(Collectors.joining("\n\n"));
    List<Button> buttons =
        waiting.stream().flatMap(message -> message.buttons().stream()).distinct().toList();
    Reply page = page(text, buttons, asked(reply));
    return new Reply(
        Stream.concat(reply.messages().subList(0, at).stream(), page.messages().stream()).toList(),
        Stream.concat(reply.changes().stream(), page.changes().stream()).toList());
  }

  private static Optional<OpenQuestion> asked(Reply reply) {
    return reply.changes().stream()
        .filter(ProfileChange.Ask.class::isInstance)
        .map(change -> ((ProfileChange.Ask) change).question())
        .reduce((one, later) -> later);
  }

  /** The next page of what was not told yet. */
  Reply next(OpenQuestion.More more) {
    return page(more.rest(), more.buttons(), more.inner());
  }

  /**
   * What there is besides; told when it is asked for.
   *
   * @param buttons under each page
   */
  static ProfileChange waiting(String rest, List<Button> buttons) {
    return new ProfileChange.Ask(new OpenQuestion.More(kept(rest), buttons, Optional.empty()));
  }

  Button button() {
    return Command.button(sentences.say(Sentence.BUTTON_MORE), Command.Verb.MORE);
  }

  private Reply page(String text, List<Button> buttons, Optional<OpenQuestion> inner) {
    int end = end(text);
    String rest = text.substring(end).strip();
    if (rest.isEmpty()) {
      return Reply.of(text, buttons.stream().limit(Buttons.MOST).toList())
          .with(
              inner
                  .<ProfileChange>map(ProfileChange.Ask::new)
                  .orElseGet(ProfileChange.AskNothing::new));
    }
    List<Button> offered = new ArrayList<>(List.of(button()));
    buttons.stream().limit(Buttons.MOST - 1).forEach(offered::add);
    String told = text.substring(0, end).strip() + "\n" + sentences.say(Sentence.MORE_WAITS);
    return Reply.of(told, offered)
        .with(new ProfileChange.Ask(new OpenQuestion.More(kept(rest), buttons, inner)));
  }

  private static String kept(String rest) {
    if (rest.length() <= MOST_KEPT) {
      return rest;
    }
    int line = rest.lastIndexOf('\n', MOST_KEPT);
    return (line > 0 ? rest.substring(0, line) : Cut.to(rest, MOST_KEPT)) + LEFT_OUT;
  }

  /** Where the page ends: behind a line, else behind a name, never within a character. */
  private static int end(String text) {
    int lines = 0;
    int end = -1;
    for (int at = text.indexOf('\n'); at >= 0 && at <= LONGEST; at = text.indexOf('\n', at + 1)) {
      lines++;
      end = at;
      if (lines == MOST_LINES) {
        return at;
      }
    }
    if (text.length() <= LONGEST) {
      return text.length();
    }
    return end > LONGEST / 3 ? end : within(text);
  }

  private static int within(String text) {
    return GAPS.stream()
        .mapToInt(gap -> text.lastIndexOf(gap, LONGEST - gap.length()) + gap.length())
        .filter(end -> end > LONGEST / 3)
        .findFirst()
        .orElseGet(() -> Cut.to(text, LONGEST).length());
  }
}
