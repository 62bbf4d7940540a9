package vn.vam.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.transit.realtime.GtfsRealtime.Alert;
import com.google.transit.realtime.GtfsRealtime.EntitySelector;
import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TimeRange;
import com.google.transit.realtime.GtfsRealtime.TranslatedString;
import com.google.transit.realtime.GtfsRealtime.TranslatedString.Translation;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition.VehicleStopStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.bus.NextBuses;
import vn.vam.core.bus.Realtime;
import vn.vam.core.bus.ServiceAlert;
import vn.vam.core.bus.ServiceAlert.Cause;
import vn.vam.core.bus.ServiceAlert.Concerned;
import vn.vam.core.bus.ServiceAlert.Effect;
import vn.vam.core.bus.ServiceAlert.Period;
import vn.vam.core.bus.Timetable;
import vn.vam.core.bus.Vehicle;
import vn.vam.core.bus.Whereabouts;
import vn.vam.feeds.Reader.Unreadable;

/** Written with the published classes, read without them. */
class ReadingRealtime {
  private static final Instant NOW = Instant.parse("2026-11-25T22:59:00Z");

  private static FeedMessage.Builder feed() {
    return FeedMessage.newBuilder()
        .setHeader(
            FeedHeader.newBuilder()
                .setGtfsRealtimeVersion("2.0")
                .setTimestamp(NOW.getEpochSecond()));
  }

  private static FeedEntity.Builder entity(int id) {
    return FeedEntity.newBuilder().setId(Integer.toString(id));
  }

  private static Realtime read(FeedMessage.Builder feed) throws Unreadable {
    return new RealtimeReader().read(feed.build().toByteArray());
  }

  private static VehiclePosition.Builder bus() {
    return VehiclePosition.newBuilder()
        .setTrip(TripDescriptor.newBuilder().setTripId("early").setStartDate("20261126"));
  }

  private static Realtime seen(VehiclePosition.Builder bus) throws Unreadable {
    return read(feed().addEntity(entity(1).setVehicle(bus)));
  }

  @Test
  void a_bus_tells_trip_day_halt_and_time() throws Unreadable {
    Realtime told =
        seen(
            bus()
                .setCurrentStopSequence(2)
                .setStopId("2")
                .setCurrentStatus(VehicleStopStatus.STOPPED_AT)
                .setTimestamp(NOW.minusSeconds(30).getEpochSecond()));

    assertThat(told.vehicles())
        .containsExactly(
            new Vehicle(
                "early",
                Optional.of(LocalDate.of(2026, 11, 26)),
                2,
                "2",
                true,
                Optional.empty(),
                NOW.minusSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({"10.3501,106.3601,1", "10.3599,106.3402,2"})
  void a_bus_that_tells_its_position_alone_goes_to_the_stop_nearest_to_it(
      float lat, float lon, int stop) throws Unreadable {
    Timetable table = new GtfsReader().read(Zip.of(Zip.SMALL));
    Realtime told =
        seen(bus().setPosition(Position.newBuilder().setLatitude(lat).setLongitude(lon)));

    List<Optional<Whereabouts>> buses =
        new NextBuses(table, told, NOW)
            .at(table.stops().getFirst(), 5).stream().map(next -> next.bus()).toList();

    assertThat(told.vehicles().getFirst().at()).isEqualTo(NOW);
    if (stop == 1) {
      assertThat(buses.getFirst()).contains(new Whereabouts(table.stops().getFirst(), false, 0));
    } else {
      assertThat(buses).as("it has gone by").allMatch(Optional::isEmpty);
    }
  }

  @Test
  void a_bus_on_no_trip_or_off_the_earth_is_nowhere() throws Unreadable {
    assertThat(seen(VehiclePosition.newBuilder().setStopId("1")).vehicles()).isEmpty();
    assertThat(
            seen(bus().setPosition(Position.newBuilder().setLatitude(1e9f).setLongitude(0)))
                .vehicles()
                .getFirst()
                .position())
        .isEmpty();
  }

  private static Translation.Builder text(String text) {
    return Translation.newBuilder().setText(text);
  }

  private static Realtime let(Alert.Builder alert) throws Unreadable {
    return read(feed().addEntity(entity(1).setAlert(alert)));
  }

  @Test
  void an_alert_tells_whom_it_concerns_when_why_and_what() throws Unreadable {
    Realtime told =
        let(
            Alert.newBuilder()
                .addActivePeriod(TimeRange.newBuilder().setEnd(NOW.getEpochSecond() + 60))
                .addInformedEntity(EntitySelector.newBuilder().setRouteId("r").setStopId("1"))
                .addInformedEntity(
                    EntitySelector.newBuilder()
                        .setTrip(TripDescriptor.newBuilder().setTripId("early").setRouteId("q")))
                .setCause(Alert.Cause.CONSTRUCTION)
                .setEffect(Alert.Effect.DETOUR)
                .setHeaderText(
                    TranslatedString.newBuilder()
                        .addTranslation(text("Road works").setLanguage("en"))
                        .addTranslation(text("Đang sư\u0309a đường\n").setLanguage("vi-VN"))));

    assertThat(told.alerts())
        .containsExactly(
            new ServiceAlert(
                NOW,
                List.of(new Period(Instant.MIN, NOW.plusSeconds(60))),
                List.of(new Concerned("r", "1", ""), new Concerned("q", "", "early")),
                Effect.DETOUR,
                Cause.CONSTRUCTION,
                told.alerts().getFirst().text()));
    assertThat(told.alerts().getFirst().text()).isEqualTo("Đang sửa đường");
  }

  @Test
  void an_alert_without_vietnamese_is_told_in_what_there_is() throws Unreadable {
    Realtime plain =
        let(
            Alert.newBuilder()
                .setHeaderText(
                    TranslatedString.newBuilder()
                        .addTranslation(text("Works").setLanguage("en"))
                        .addTranslation(text("Thi công"))));
    Realtime described =
        let(
            Alert.newBuilder()
                .setDescriptionText(
                    TranslatedString.newBuilder().addTranslation(text("Works").setLanguage("en"))));

    assertThat(plain.alerts().getFirst().text()).isEqualTo("Thi công");
    assertThat(described.alerts().getFirst().text()).isEqualTo("Works");
    assertThat(described.alerts().getFirst().effect()).isEqualTo(Effect.OTHER);
  }

  @Test
  void texts_lists_and_entities_have_their_limits() throws Unreadable {
    Alert.Builder long_ =
        Alert.newBuilder()
            .setHeaderText(TranslatedString.newBuilder().addTranslation(text("x".repeat(9_000))));
    for (int i = 0; i < 200; i++) {
      long_.addInformedEntity(EntitySelector.newBuilder().setStopId("s" + i));
    }
    ServiceAlert alert = let(long_).alerts().getFirst();
    FeedMessage.Builder many = feed();
    for (int i = 0; i <= 20_000; i++) {
      many.addEntity(entity(i));
    }

    assertThat(alert.text().length()).isLessThanOrEqualTo(301);
    assertThat(alert.concerned()).hasSize(100);
    assertThatThrownBy(() -> read(many)).isInstanceOf(Unreadable.class);
  }

  @Test
  void a_message_that_was_cut_anywhere_is_refused_or_has_whole_entities() {
    FeedMessage.Builder two = feed();
    two.addEntity(entity(1).setVehicle(bus())).addEntity(entity(2).setVehicle(bus()));
    byte[] whole = two.build().toByteArray();
    int refused = 0;

    for (int length = 0; length < whole.length; length++) {
      try {
        Realtime read = new RealtimeReader().read(Arrays.copyOf(whole, length));
        assertThat(read.vehicles()).hasSizeLessThan(2);
      } catch (Unreadable cut) {
        refused++;
      }
    }

    assertThat(refused)
        .as("all but the ends of header and first entity")
        .isEqualTo(whole.length - 2);
  }

  @Test
  void what_is_no_realtime_or_tells_no_time_is_refused() {
    assertThatThrownBy(() -> new RealtimeReader().read("<html>".getBytes(UTF_8)))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(
            () ->
                read(
                    FeedMessage.newBuilder()
                        .setHeader(FeedHeader.newBuilder().setGtfsRealtimeVersion("2.0"))))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("time");
  }
}
