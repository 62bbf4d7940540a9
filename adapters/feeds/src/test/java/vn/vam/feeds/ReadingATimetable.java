package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.TripUpdate;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeEvent;
import com.google.transit.realtime.GtfsRealtime.TripUpdate.StopTimeUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.bus.Departure;
import vn.vam.core.bus.NextBuses;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.Route;
import vn.vam.core.bus.Stop;
import vn.vam.core.bus.Timetable;
import vn.vam.feeds.Reader.Unreadable;

class ReadingATimetable {
  private final GtfsReader reader = new GtfsReader();

  private static List<Departure> next(Timetable table, Realtime updates, String at) {
    Stop first = table.stops().getFirst();
    return new NextBuses(table, updates, Instant.parse(at)).at(first, 5);
  }

  @ParameterizedTest(name = "at {0} the next one leaves at {1}")
  @CsvSource({
    // Thursday morning, and the bus of the night that still belongs to it.
    "2026-11-26T05:00:00+07:00, 2026-11-26T06:00:00+07:00",
    "2026-11-26T07:00:00+07:00, 2026-11-27T00:30:00+07:00",
    "2026-11-27T00:10:00+07:00, 2026-11-27T00:30:00+07:00",
    // Friday is taken out, Saturday put in.
    "2026-11-27T07:00:00+07:00, 2026-11-28T06:00:00+07:00",
    "2026-11-28T07:00:00+07:00, 2026-11-29T00:30:00+07:00"
  })
  void days_of_service_and_their_exceptions_count(String now, String departure) throws Unreadable {
    List<Departure> next =
        next(
            reader.read(Zip.of(Zip.SMALL)),
            Realtime.NONE,
            OffsetDateTime.parse(now).toInstant().toString());

    assertThat(next.getFirst().at()).isEqualTo(OffsetDateTime.parse(departure).toInstant());
    assertThat(next.getFirst().late()).isEmpty();
  }

  @Test
  void names_are_kept_as_they_are_written() throws Unreadable {
    Timetable table = reader.read(Zip.of(Zip.SMALL));

    assertThat(table.stops()).extracting(Stop::name).containsExactly("Chợ, cũ", "Bến xe");
    assertThat(table.routes()).containsExactly(new Route("r", "01", "Chợ – Bến xe"));
    assertThat(table.along(table.routes().getFirst())).hasSize(2);
  }

  @Test
  void nobody_is_told_to_get_on_where_a_bus_ends() throws Unreadable {
    Timetable table = reader.read(Zip.of(Zip.SMALL));

    assertThat(
            new NextBuses(table, Realtime.NONE, Instant.parse("2026-11-25T22:00:00Z"))
                .at(table.stops().getLast(), 5))
        .isEmpty();
  }

  @Test
  void trips_that_repeat_are_written_out() throws Unreadable {
    Map<String, String> files = new HashMap<>(Zip.SMALL);
    files.put(
        "frequencies.txt",
        "trip_id,start_time,end_time,headway_secs\nearly,07:00:00,08:00:00,1200\n");

    List<Departure> next = next(reader.read(Zip.of(files)), Realtime.NONE, "2026-11-26T00:00:00Z");

    assertThat(next)
        .extracting(Departure::at)
        .startsWith(
            Instant.parse("2026-11-26T00:00:00Z"),
            Instant.parse("2026-11-26T00:20:00Z"),
            Instant.parse("2026-11-26T00:40:00Z"));
  }

  @Test
  void a_trip_that_is_late_leaves_later_and_one_that_is_cancelled_does_not() throws Unreadable {
    Timetable table = reader.read(Zip.of(Zip.SMALL));
    Instant now = Instant.parse("2026-11-25T22:00:00Z");
    FeedMessage feed =
        FeedMessage.newBuilder()
            .setHeader(
                FeedHeader.newBuilder()
                    .setGtfsRealtimeVersion("2.0")
                    .setTimestamp(now.getEpochSecond()))
            .addEntity(update("1", "early", Optional.of(240)))
            .addEntity(update("2", "night", Optional.empty()))
            .build();

    List<Departure> next =
        next(table, new RealtimeReader().read(feed.toByteArray()), now.toString());

    assertThat(next).hasSize(1);
    assertThat(next.getFirst().at()).isEqualTo("2026-11-25T23:04:00Z");
    assertThat(next.getFirst().late()).contains(Duration.ofMinutes(4));
  }

  @Test
  void updates_of_long_ago_say_nothing() throws Unreadable {
    Timetable table = reader.read(Zip.of(Zip.SMALL));
    FeedMessage feed =
        FeedMessage.newBuilder()
            .setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0").setTimestamp(1))
            .addEntity(update("2", "early", Optional.empty()))
            .build();

    List<Departure> next =
        next(table, new RealtimeReader().read(feed.toByteArray()), "2026-11-25T22:00:00Z");

    assertThat(next.getFirst().at()).isEqualTo("2026-11-25T23:00:00Z");
  }

  private static FeedEntity update(String id, String trip, Optional<Integer> late) {
    TripDescriptor.Builder descriptor = TripDescriptor.newBuilder().setTripId(trip);
    if (late.isEmpty()) {
      descriptor.setScheduleRelationship(TripDescriptor.ScheduleRelationship.CANCELED);
    }
    TripUpdate.Builder update = TripUpdate.newBuilder().setTrip(descriptor);
    late.ifPresent(
        delay ->
            update.addStopTimeUpdate(
                StopTimeUpdate.newBuilder()
                    .setStopSequence(1)
                    .setDeparture(StopTimeEvent.newBuilder().setDelay(delay))));
    return FeedEntity.newBuilder().setId(id).setTripUpdate(update).build();
  }

  @Test
  void what_unpacks_to_too_much_is_refused_while_it_unpacks() {
    byte[] bomb = Zip.bomb(200L << 20);

    assertThat(bomb).hasSizeLessThan(GtfsReader.LARGEST);
    assertThatThrownBy(() -> reader.read(bomb))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("when unpacked");
  }

  @Test
  void what_holds_too_many_files_is_refused() {
    Map<String, String> files = new HashMap<>();
    for (int i = 0; i <= 100; i++) {
      files.put(i + ".txt", "");
    }

    assertThatThrownBy(() -> reader.read(Zip.of(files)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("more than 100 files");
  }

  @Test
  void what_lacks_a_file_says_which() {
    Map<String, String> files = new HashMap<>(Zip.SMALL);
    files.remove("trips.txt");

    assertThatThrownBy(() -> reader.read(Zip.of(files)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("trips.txt");
  }

  @Test
  void a_name_that_climbs_out_of_the_archive_is_a_name() throws Unreadable {
    Map<String, String> files = new HashMap<>(Zip.SMALL);
    files.put("../../../../tmp/stops.txt", Zip.SMALL.getOrDefault("stops.txt", ""));
    files.remove("stops.txt");
    files.put("/etc/passwd", "root");

    assertThat(reader.read(Zip.of(files)).stops()).hasSize(2);
  }

  @Test
  void an_archive_that_was_cut_anywhere_is_refused() {
    byte[] whole = Zip.of(Zip.SMALL);
    int contents = whole.length - 22 - 46 * Zip.SMALL.size() - names(Zip.SMALL);

    for (int length = 0; length < contents; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> reader.read(cut)).isInstanceOf(Unreadable.class);
    }
  }

  private static int names(Map<String, String> files) {
    return files.keySet().stream().mapToInt(String::length).sum();
  }

  @Test
  void a_table_in_another_encoding_is_refused_and_named() {
    byte[] windows =
        Zip.of(
            Map.of("stops.txt", new byte[] {'s', 't', 'o', 'p', '_', 'i', 'd', '\n', (byte) 0xF2}),
            Zip.SMALL);

    assertThatThrownBy(() -> reader.read(windows))
        .isInstanceOf(Unreadable.class)
        .hasMessage("stops.txt: expected UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "stops.txt, stop_lat, vi_do, 'stops.txt: no stop has a stop_name, stop_lat and stop_lon'",
    "stop_times.txt, ':', h, no trip of trips.txt halts at a time of stop_times.txt"
  })
  void one_that_has_changed_its_shape_does_not_empty_what_was_known(
      String file, String column, String now, String reason) {
    Map<String, String> files = new HashMap<>(Zip.SMALL);
    files.computeIfPresent(file, (name, text) -> text.replace(column, now));

    assertThatThrownBy(() -> reader.read(Zip.of(files)))
        .isInstanceOf(Unreadable.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Bảo trì</html>", "PK"})
  void what_is_no_archive_is_refused(String body) {
    assertThatThrownBy(() -> reader.read(body.getBytes(UTF_8))).isInstanceOf(Unreadable.class);
  }

  @Test
  void what_is_no_realtime_is_refused() {
    assertThatThrownBy(() -> new RealtimeReader().read("<html>".getBytes(UTF_8)))
        .isInstanceOf(Unreadable.class);
  }

  private static final String BY_HAND =
      """
      route,name,headsign,stop,lat,lon,days,departures
      01,Chợ – Bến xe,Bến xe,Chợ,10.35,106.36,Mo-Fr,06:00 06:30 24:15
      01,Chợ – Bến xe,Bến xe,Cầu,10.355,106.35,Mo-Fr,06:05 - 24:20
      01,Chợ – Bến xe,Bến xe,Bến xe,10.36,106.34,Mo-Fr,06:10 06:40 24:25
      """;

  @Test
  void a_table_kept_by_hand_does_as_well() throws Unreadable {
    Timetable table = new CsvTimetableReader().read(BY_HAND.getBytes(UTF_8));

    assertThat(next(table, Realtime.NONE, "2026-11-25T22:00:00Z"))
        .extracting(Departure::at)
        .containsExactly(
            Instant.parse("2026-11-25T23:00:00Z"),
            Instant.parse("2026-11-25T23:30:00Z"),
            Instant.parse("2026-11-26T17:15:00Z"));
    assertThat(table.along(table.routes().getFirst()))
        .extracting(Stop::name)
        .containsExactly("Chợ", "Cầu", "Bến xe");
  }

  @ParameterizedTest
  @CsvSource({
    "Mo-Fr|Mo-Xx, 'line 2: expected days'",
    "06:00 06:30|halb sieben, 'line 2: expected departures'",
    "10.35|north, 'line 2: expected stop, lat and lon'"
  })
  void a_table_with_a_slip_says_where(String slip, String complaint) {
    String[] parts = slip.split("\\|");
    String table = BY_HAND.replaceFirst(parts[0], parts[1]);

    assertThatThrownBy(() -> new CsvTimetableReader().read(table.getBytes(UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(complaint);
  }
}
