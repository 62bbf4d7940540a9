package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.operator.CallStep;
import vn.vam.core.operator.Operator;
import vn.vam.core.operator.Operators;

class NamingOperators {
  private static final String SOURCE =
      """
      sources: [ { id: native, broker: embedded, format: native, filters: [a/b] } ]
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void an_operator_has_a_name_roles_an_id_in_the_chat_and_an_account() throws BadConfig {
    Operators operators =
        read(
            "people: [ { name: Trực ban, zalo: '251', account: truc-ban, roles: [duty, night] } ]");

    Operator found = operators.inChat("251").orElseThrow();
    assertThat(found.name()).isEqualTo("Trực ban");
    assertThat(found.roles()).isEqualTo(Set.of("duty", "night"));
    assertThat(operators.named("truc-ban")).contains(found);
    assertThat(operators.named("truc ban")).contains(found);
    assertThat(operators.having(Set.of("night"))).containsExactly(found);
  }

  @Test
  void without_the_section_there_are_none() throws BadConfig {
    assertThat(reader().read(file(SOURCE)).operators()).isEqualTo(Operators.NONE);
  }

  @Test
  void how_long_the_hub_may_be_in_trouble_and_how_far_behind_is_theirs_to_say() throws BadConfig {
    String people = "people: [ { name: Trực ban, account: truc-ban, roles: [duty] } ]";

    assertThat(read(people + "\n  lag: 5m\n  trouble_for: 2m"))
        .extracting(Operators::lag, Operators::troubleFor)
        .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(2));
    assertThat(read(people).lag()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void every_mistake_is_told_with_its_place_and_an_example() {
    BadConfig bad =
        refused(
            "people: [ { name: '…', roles: [] }, { name: Lan, zalo: 'có dấu', account: Chị Lan, roles: [Trực] }, { nane: x } ]");

    assertThat(bad.complaints())
        .extracting(Complaint::path)
        .containsExactlyInAnyOrder(
            "operators.people[0].name",
            "operators.people[0].roles",
            "operators.people[1].zalo",
            "operators.people[1].account",
            "operators.people[1].roles[0]",
            "operators.people[2].nane",
            "operators.people[2].name",
            "operators.people[2].roles");
    assertThat(bad.getMessage()).contains("for example: roles: [duty]");
  }

  @Test
  void no_two_share_a_name_an_id_or_an_account() {
    BadConfig bad =
        refused(
            """
            people:
                - { name: Trực ban, zalo: '251', account: a, roles: [duty] }
                - { name: truc ban, zalo: '251', account: a, roles: [duty] }""");

    assertThat(bad.complaints())
        .extracting(Complaint::path)
        .containsExactlyInAnyOrder(
            "operators.people[1].name", "operators.people[1].zalo", "operators.people[1].account");
  }

  @Test
  void steps_say_who_is_told_and_when() throws BadConfig {
    Operators operators =
        read(
            "{ people: [ { name: Lan, roles: [duty] } ], escalate: [ { to: [duty] }, { after: 10m, to: [duty] } ] }");

    assertThat(operators.steps())
        .containsExactly(
            new CallStep(Duration.ZERO, Set.of("duty")),
            new CallStep(Duration.ofMinutes(10), Set.of("duty")));
  }

  @Test
  void steps_go_to_roles_somebody_has_one_after_the_other() {
    BadConfig bad =
        refused(
            "{ people: [ { name: Lan, roles: [duty] } ], escalate: [ { to: [boss] }, { to: [duty] }, { after: 8d, to: [] } ] }");

    assertThat(bad.complaints())
        .extracting(Complaint::path)
        .containsExactlyInAnyOrder(
            "operators.escalate[0].to[0]",
            "operators.escalate[1].after",
            "operators.escalate[2].after",
            "operators.escalate[2].after",
            "operators.escalate[2].to");
    assertThat(bad.getMessage()).contains("somebody has: duty");
  }

  @Test
  void nobody_is_no_list() {
    assertThat(refused("people: []").complaints())
        .extracting(Complaint::path)
        .containsExactly("operators.people");
  }

  private Operators read(String operators) throws BadConfig {
    return reader().read(file(SOURCE + "operators:\n  " + operators + "\n")).operators();
  }

  private BadConfig refused(String operators) {
    return catchThrowableOfType(BadConfig.class, () -> read(operators));
  }

  private static ConfigReader reader() {
    return new ConfigReader(Set.of("native"), Set.of("vi/salt"), Map.of());
  }

  private Path file(String yaml) {
    try {
      return Files.writeString(folder.resolve("vam.yaml"), yaml);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
