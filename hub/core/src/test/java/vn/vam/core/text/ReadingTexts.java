package vn.vam.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTexts {
  @Test
  void a_section_is_what_stands_below_its_name() {
    Sections sections =
        new Sections("t", "# a comment\nraised:\nSalt at {station}.\n\n#tag\n\ncleared:\nGone.\n");

    assertThat(sections.names()).containsExactlyInAnyOrder("raised", "cleared");
    assertThat(sections.template("raised", Set.of("station")).fill(Map.of("station", "X")))
        .isEqualTo("Salt at X.\n\n#tag");
    assertThat(sections.lines("raised")).containsExactly("Salt at {station}.", "#tag");
  }

  @Test
  void what_is_said_in_many_ways_is_written_once() {
    Sections sections =
        new Sections("t", "stop:\n[not] [tell] me\nstop\nnot:\ndo not\nnever\ntell:\ntell\n");

    assertThat(sections.phrases("stop")).containsExactly("do not tell me", "never tell me", "stop");
  }

  @Test
  void a_variety_that_is_missing_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sections("vi/x", "a:\n[never] so\n").phrases("a"))
        .withMessageContainingAll("vi/x", "never");
  }

  @Test
  void an_unknown_placeholder_is_named_with_its_place() {
    Sections sections = new Sections("vi/x", "raised:\nSalt at {staton}.\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sections.template("raised", Set.of("station")))
        .withMessageContainingAll("vi/x", "raised", "{staton}", "station");
  }

  @Test
  void a_missing_section_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sections("vi/x", "raised:\nSalt.\n").template("cleared", Set.of()))
        .withMessageContainingAll("vi/x", "cleared");
  }

  @Test
  void a_section_twice_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sections("vi/x", "a:\nOne\na:\nTwo\n"))
        .withMessageContaining("a twice");
  }

  @Test
  void a_missing_file_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sections.read("vi/nothing"))
        .withMessageContaining("vi/nothing");
  }

  @Test
  void what_is_filled_in_is_never_filled_again() {
    Template template = new Template("{a} $1 {b}", Set.of("a", "b"));

    assertThat(template.fill(Map.of("a", "{b}\\$", "b", "end"))).isEqualTo("{b}\\$ $1 end");
  }

  @Test
  void a_gap_without_a_value_is_our_own_mistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Template("{a}", Set.of("a")).fill(Map.of()))
        .withMessageContaining("{a}");
  }
}
