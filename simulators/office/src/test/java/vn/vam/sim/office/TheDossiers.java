package vn.vam.sim.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TheDossiers {

  private static final OfficeConfig CONFIG = OfficeConfig.standard().withClock(new SteppedClock());
  private static final Instant NOW = SteppedClock.FRIDAY;

  private final List<Dossier> dossiers = Archivist.dossiers(CONFIG);

  @Test
  void are_forty_with_codes_of_their_own_in_all_three_forms() {
    List<String> codes = dossiers.stream().map(each -> each.code().text()).toList();

    assertThat(codes).hasSize(40).doesNotHaveDuplicates();
    assertThat(codes)
        .anyMatch(code -> code.matches("H58\\.\\d\\d-\\d{6}-\\d{4}"))
        .anyMatch(code -> code.matches("H58\\.\\d\\d\\.05\\.13-\\d{6}-\\d{4}"))
        .anyMatch(code -> code.matches("000\\.00\\.\\d\\d\\.H58-\\d{6}-\\d{4}"));
  }

  @Test
  void carry_the_day_of_their_registration_in_the_code() {
    assertThat(dossiers)
        .allSatisfy(
            each -> {
              String day = each.registeredAt().atOffset(OfficeHours.LOCAL_TIME).toString();
              String written = day.substring(2, 10).replace("-", "");
              assertThat(each.code().text()).contains("-" + written + "-");
            });
  }

  @Test
  void show_all_ten_states_from_the_start() {
    assertThat(dossiers).map(each -> each.stateAt(NOW)).contains(DossierState.values());
  }

  @Test
  void begin_with_one_that_is_being_processed() {
    assertThat(dossiers.getFirst().stateAt(NOW)).isEqualTo(DossierState.IN_PROCESS);
  }

  @Test
  void move_along_legal_paths_to_an_end() {
    assertThat(dossiers)
        .allSatisfy(
            each -> {
              List<Step> life = each.life();
              for (int i = 1; i < life.size(); i++) {
                assertThat(life.get(i - 1).state().next()).contains(life.get(i).state());
                assertThat(life.get(i).at()).isAfter(life.get(i - 1).at());
              }
              assertThat(life.getLast().state().last()).isTrue();
            });
  }

  @Test
  void end_refused_withdrawn_stopped_or_handed_over() {
    Instant atLast = NOW.plus(Duration.ofDays(1));

    assertThat(dossiers)
        .map(each -> each.stateAt(atLast))
        .containsOnly(
            DossierState.REFUSED,
            DossierState.WITHDRAWN,
            DossierState.STOPPED,
            DossierState.HANDED_OVER);
  }

  @Test
  void ask_for_money_only_where_a_procedure_costs_some() {
    assertThat(dossiers)
        .filteredOn(
            each -> each.life().stream().anyMatch(s -> s.state() == DossierState.PAYMENT_NEEDED))
        .isNotEmpty()
        .allMatch(each -> each.procedure().paid());
  }

  @Test
  void were_handled_in_office_hours() {
    assertThat(dossiers)
        .flatExtracting(Dossier::life)
        .filteredOn(step -> step.at().isBefore(NOW))
        .hasSizeGreaterThan(80)
        .allMatch(step -> OfficeHours.open(step.at()));
  }

  @Test
  void have_four_readable_characters_as_second_factor() {
    assertThat(dossiers).allMatch(each -> each.lookupCode().matches("[A-Z2-9]{4}"));
  }

  @Test
  void have_names_in_composed_form() {
    assertThat(dossiers)
        .map(each -> each.applicant().name() + each.procedure().name() + each.commune().name())
        .allMatch(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC));
  }

  @Test
  void are_the_same_for_the_same_seed_and_clock_and_others_for_another() {
    assertThat(Archivist.dossiers(CONFIG)).isEqualTo(dossiers);
    assertThat(Archivist.dossiers(CONFIG.withSeed(2))).isNotEqualTo(dossiers);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 3, 99, -7})
  void can_be_invented_from_any_seed_at_any_hour(long seed) {
    SteppedClock sunday = new SteppedClock();
    sunday.pass(Duration.ofHours(2 * 24 + 12));

    assertThat(Archivist.dossiers(CONFIG.withSeed(seed).withClock(sunday)))
        .flatExtracting(Dossier::life)
        .filteredOn(step -> step.at().isBefore(sunday.instant()))
        .allMatch(step -> OfficeHours.open(step.at()));
  }

  @Test
  void know_states_numbered_one_to_ten() {
    assertThat(Arrays.stream(DossierState.values()).map(DossierState::number))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }
}
