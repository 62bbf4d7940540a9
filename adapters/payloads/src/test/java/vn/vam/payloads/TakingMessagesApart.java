package vn.vam.payloads;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.message.Decoder;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.RejectReason;
import vn.vam.core.station.Device;
import vn.vam.core.station.DeviceId;
import vn.vam.core.station.DeviceTraits;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.payloads.format.DecoderContext;

class TakingMessagesApart {
  static List<MessageCase> cases() throws IOException {
    return MessageCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comes_out_alike_each_time_and_no_further(MessageCase given) throws IOException {
    Decoder decoder = Formats.of(given.format(), given.context());
    List<RawMessage> parts = decoder.apart(given.message());

    assertThat(decoder.apart(given.message())).isEqualTo(parts);
    assertThat(parts).allSatisfy(part -> assertThat(decoder.apart(part)).containsExactly(part));
  }

  @Test
  void a_line_stays_as_it_was_written() {
    String known = "s,device=xuan-hoa-1 zone=\"a\nb\",salinity_gl=4.20 1773291000000";
    List<RawMessage> parts =
        lines("# plant\r\n" + known + "\r\ns,device=new-1 salinity_gl=1 1773291000000\r\n");

    assertThat(parts).extracting(part -> part.payload().text().orElseThrow()).contains(known);
  }

  @Test
  void a_message_of_one_device_is_not_touched() {
    String written = "# plant\ns,device=new-1 salinity_gl=1\n\ns,device=new-1 temperature_c=2 ";

    assertThat(lines(written)).containsExactly(message(written));
  }

  @Test
  void two_names_of_one_device_make_one_part() {
    assertThat(lines("s,device=probe7 salinity_gl=1\ns,device=xuan-hoa-1 temperature_c=2"))
        .hasSize(1);
  }

  @Test
  void each_unknown_device_is_a_part_of_its_own() {
    List<RawMessage> parts = lines("s,device=a salinity_gl=1\ns,device=b salinity_gl=2");

    assertThat(parts).hasSize(2);
  }

  @Test
  void the_whole_is_turned_away_where_it_tells_of_too_many() {
    String many =
        IntStream.rangeClosed(0, 200)
            .mapToObj("s,device=d%d salinity_gl=1"::formatted)
            .collect(joining("\n"));
    Decoder decoder = Formats.of("line-protocol", DecoderContext.withoutConfig());

    List<RawMessage> parts = decoder.apart(message(many));

    assertThat(parts).containsExactly(message(many));
    assertThat(decoder.decode(parts.getFirst()))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(RejectReason.BAD_FIELD);
              assertThat(rejected.detail())
                  .isEqualTo("expected at most 200 devices in a message, found 201");
            });
  }

  @Test
  void base_values_go_where_they_count() {
    List<RawMessage> parts =
        pack(
            """
            [{"bn":"a:","bt":1773291000,"bu":"Cel","n":"temperature","v":1},
             {"bn":"b:","n":"temperature","v":2},
             {"bt":1773291060,"n":"temperature","v":3},
             {"bn":"a:","n":"temperature","v":4}]""");

    assertThat(parts)
        .extracting(part -> part.payload().text().orElseThrow())
        .satisfiesExactly(
            a ->
                assertThat(a)
                    .contains("\"bt\":1773291000", "\"v\":1", "\"bt\":1773291060", "\"v\":4")
                    .doesNotContain("\"b:\"", "\"v\":2"),
            b ->
                assertThat(b)
                    .contains("\"b:\"", "\"bu\":\"Cel\"", "\"bt\":1773291060", "\"v\":3")
                    .doesNotContain("\"a:\""));
  }

  private static List<RawMessage> lines(String written) {
    return Formats.of("line-protocol", context()).apart(message(written));
  }

  private static List<RawMessage> pack(String written) {
    return Formats.of("senml-json", context()).apart(message(written));
  }

  private static RawMessage message(String written) {
    return new RawMessage(
        "field", "c-1", "plant/all", Payload.ofText(written), false, Instant.EPOCH);
  }

  private static DecoderContext context() {
    StationId station = new StationId("xuan-hoa");
    return DecoderContext.of(
        new Registry(
            List.of(
                new Station(
                    station,
                    "Xuân Hòa",
                    Kind.SALINITY,
                    List.of(),
                    Optional.empty(),
                    Optional.empty())),
            List.of(
                new Device(
                    new DeviceId("xuan-hoa-1"),
                    station,
                    Kind.SALINITY,
                    new DeviceTraits(
                        List.of("probe7"),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty())))));
  }
}
