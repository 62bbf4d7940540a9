package vn.vam.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.station.StationId;
import vn.vam.feeds.FeedsConfig;
import vn.vam.feeds.Source;
import vn.vam.payloads.Formats;

class ReadingFeeds {
  @TempDir private Path folder = Path.of("");

  private HubConfig load(String more) throws IOException, BadConfig {
    String yaml =
        "sources: [ { id: any, broker: embedded, filters: [a/#], format: native } ]\n" + more;
    Path file = Files.writeString(folder.resolve("vam.yaml"), yaml);
    return new ConfigReader(new TreeSet<>(Formats.names()), new TreeSet<>(), Map.of()).read(file);
  }

  @Test
  void nobody_is_asked_who_is_not_named() throws Exception {
    assertThat(load("").feeds()).isEqualTo(FeedsConfig.NONE);
  }

  @Test
  void what_is_not_said_has_a_usual_value() throws Exception {
    FeedsConfig feeds =
        load("""
                feeds:
                  news: [ { id: province, url: "https://tin.example/rss.xml", picture_hosts: [cdn.tin.example] } ]
                  bus: { gtfs: "https://bus.example/gtfs.zip", realtime: "https://bus.example/rt.pb", alerts: "https://bus.example/al.pb" }
                  places: { url: "https://p.example/a.geojson" }
                  sluices: { url: "https://p.example/cong.geojson" }
                """)
            .feeds();

    assertThat(feeds.deadline()).isEqualTo(Duration.ofSeconds(10));
    assertThat(feeds.news()).hasSize(1);
    assertThat(feeds.news().getFirst().source().id()).isEqualTo("news-province");
    assertThat(feeds.news().getFirst().source().every()).isEqualTo(Duration.ofMinutes(10));
    assertThat(feeds.news().getFirst().pictureHosts()).containsExactly("cdn.tin.example");
    assertThat(feeds.bus().orElseThrow().gtfs()).map(Source::id).contains("bus");
    assertThat(feeds.bus().orElseThrow().csv()).isEmpty();
    assertThat(feeds.bus().orElseThrow().realtime())
        .extracting(Source::id, Source::every)
        .containsExactly(
            tuple("bus-realtime", Duration.ofSeconds(30)),
            tuple("bus-alerts", Duration.ofSeconds(30)));
    assertThat(feeds.sluices().orElseThrow().every()).isEqualTo(Duration.ofMinutes(5));
    assertThat(feeds.schools()).isEmpty();
  }

  @Test
  void a_table_kept_by_hand_may_stand_beside_the_archive_or_alone() throws Exception {
    String both = "feeds: { bus: { gtfs: 'http://a/b', csv: 'http://a/c' } }";
    FeedsConfig.BusConfig bus = load(both).feeds().bus().orElseThrow();

    assertThat(bus.gtfs()).map(Source::url).contains(URI.create("http://a/b"));
    assertThat(bus.csv()).map(Source::url).contains(URI.create("http://a/c"));
    assertThat(load("feeds: { bus: { csv: 'http://a/c' } }").feeds().bus().orElseThrow().gtfs())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ bus: { every: 1h } }                                 | feeds.bus            | gtfs or csv",
        "{ news: [ { id: x, url: 'ftp://a/b' } ] }              | feeds.news[0].url    | begins with http",
        "{ news: [ { id: x, url: 'http://u:p@a/b' } ] }         | feeds.news[0].url    | without user",
        "{ news: [ { id: x, url: 'http://a', every: 1ms } ] }   | feeds.news[0].every  | from 1s to 7d",
        "{ news: [ { id: x, url: 'http://a' }, { id: x, url: 'http://b' } ] } | feeds.news[1].id | no other source",
        "{ news: [ { id: x, url: 'http://a', picture_hosts: ['http://b/c'] } ] } | feeds.news[0].picture_hosts | a host such as cdn.example.vn",
        "{ bus: { gtfs: 'http://a/b', vehicles: 'file:///c' } } | feeds.bus.vehicles | begins with http",
        "{ sluices: { url: 'http://a/b', state: open } }        | feeds.sluices.state  | no such setting",
        "{ places: { } }                                        | feeds.places.url     | found nothing",
        "{ deadline: 5m }                                       | feeds.deadline       | from 100ms to 1m",
        "{ weather: {} }                                        | feeds.weather        | no such setting"
      })
  void a_slip_is_told_with_its_place(String feeds, String path, String expected) {
    BadConfig bad = catchThrowableOfType(BadConfig.class, () -> load("feeds: " + feeds));

    assertThat(bad.complaints())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.path()).isEqualTo(path);
              assertThat(complaint.expected()).contains(expected);
              assertThat(complaint.example()).isNotBlank();
            });
  }

  @Test
  void a_road_tells_how_fast_it_is_when_it_is_empty() throws Exception {
    String road = "stations: [ { id: r, name: Cầu, kind: traffic, lat: 10, lon: 106%s } ]";

    assertThat(freeFlow(load(road.formatted("")))).isEqualTo(45);
    assertThat(freeFlow(load(road.formatted(", free_flow: 65")))).isEqualTo(65);
    assertThat(
            catchThrowableOfType(BadConfig.class, () -> load(road.formatted(", free_flow: 50")))
                .complaints())
        .anySatisfy(complaint -> assertThat(complaint.path()).isEqualTo("stations[0].free_flow"));
  }

  private static int freeFlow(HubConfig config) {
    return config.registry().station(new StationId("r")).orElseThrow().traits().freeFlow();
  }
}
