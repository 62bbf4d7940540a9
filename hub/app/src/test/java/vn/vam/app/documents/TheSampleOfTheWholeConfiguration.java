package vn.vam.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.Complaint;
import vn.vam.app.config.HubConfig;
import vn.vam.core.rule.Condition;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

class TheSampleOfTheWholeConfiguration {
  private static final String NO_SUCH = "no_such_setting";
  private static final String KNOWN = "known are ";

  /** Where settings stand, as JSON pointers. */
  private static final List<String> BLOCKS =
      List.of(
          "/sources/0",
          "/sources/2/mapping",
          "/sources/5",
          "/stations/0",
          "/stations/0/admin/0",
          "/devices/0",
          "/log",
          "/store",
          "/state",
          "/rules/0",
          "/rules/0/watch",
          "/rules/0/raise",
          "/rules/0/clear",
          "/citizens",
          "/citizens/limits",
          "/citizens/tries",
          "/operators",
          "/operators/people/0",
          "/operators/escalate/1",
          "/operators/storm",
          "/zalo",
          "/dossier",
          "/dossier/fields",
          "/dossier/proof",
          "/feeds",
          "/feeds/news/0",
          "/feeds/bus",
          "/feeds/places",
          "/feeds/schools",
          "/feeds/sluices",
          "/console");

  @TempDir private Path secrets = Path.of("");
  private Sample sample = new Sample("", secrets);

  @BeforeEach
  void open() {
    sample = Sample.of(Tree.root().resolve("deploy/vam.yaml"), secrets);
  }

  @Test
  void is_good() throws BadConfig {
    HubConfig config = sample.load();

    assertThat(config.sources()).hasSizeGreaterThan(1);
    assertThat(config.rules()).isNotEmpty();
    assertThat(config.operators().people()).isNotEmpty();
    assertThat(config.zalo()).isPresent();
    assertThat(config.dossier()).isPresent();
  }

  @Test
  void has_one_for_the_watchman_beside_it() throws BadConfig {
    Sample watch = Sample.of(Tree.root().resolve("deploy/watch.yaml"), secrets);

    assertThat(watch.watch()).usingRecursiveComparison().isEqualTo(watch.withDefaults().watch());
    assertThat(watch.watch().people()).isNotEmpty();
  }

  @Test
  void shows_defaults_that_change_nothing_when_they_are_set() throws BadConfig {
    HubConfig set = sample.withDefaults().load();
    HubConfig unset = sample.load();

    assertThat(sample.defaults()).isGreaterThan(10);
    assertThat(set).usingRecursiveComparison().isEqualTo(unset);
  }

  @Test
  void shows_examples_that_may_be_set() throws BadConfig {
    HubConfig set = sample.withExamples().load();

    assertThat(set.sources().getFirst().zone()).isPresent();
    assertThat(set.sources().getFirst().topic()).isPresent();
    assertThat(set.store().tiers()).isNotEmpty();
  }

  @Test
  void shows_every_setting_there_is() {
    for (String block : BLOCKS) {
      assertThat(known(block))
          .isNotEmpty()
          .allSatisfy(key -> assertThat(sample.yaml()).containsPattern("\\b" + key + ":"));
    }
  }

  /** The reader tells what it knows to whoever misspells a setting. */
  private Set<String> known(String block) {
    JsonNode tree = sample.withDefaults().tree();
    ((ObjectNode) tree.at(block)).put(NO_SUCH, "");
    BadConfig bad = catchThrowableOfType(BadConfig.class, () -> sample.load(tree));
    return bad.complaints().stream()
        .filter(complaint -> complaint.path().endsWith("." + NO_SUCH))
        .map(Complaint::expected)
        .map(expected -> expected.substring(expected.indexOf(KNOWN) + KNOWN.length()))
        .flatMap(keys -> Stream.of(keys.split(", ")))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xuan-hoa", "my-tho", "vam-kenh", "vam-giong", "an-dinh", "dong-tam", "hoa-binh"})
  void knows_the_stations_on_the_main_stem(String id) throws BadConfig {
    Station station = sample.load().registry().station(new StationId(id)).orElseThrow();

    assertThat(station.position()).isPresent();
    assertThat(station.riverKm()).isPresent();
    assertThat(station.admin()).isNotEmpty();
  }

  @Test
  void gives_every_station_a_device() throws BadConfig {
    HubConfig config = sample.load();

    assertThat(config.registry().stations())
        .allSatisfy(station -> assertThat(config.registry().devicesOf(station.id())).isNotEmpty());
  }

  @Test
  void warns_of_salt_at_the_levels_that_harm() throws BadConfig {
    assertThat(sample.load().rules())
        .extracting(Rule::raise)
        .filteredOn(Condition.Beyond.class::isInstance)
        .extracting(raise -> ((Condition.Beyond) raise).level())
        .contains(new Level.Above(0.5), new Level.Above(1), new Level.Above(4));
  }
}
