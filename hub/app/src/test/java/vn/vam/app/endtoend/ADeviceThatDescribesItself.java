package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.app.config.BadConfig;
import vn.vam.app.hub.Hub;

/** A device of the Homie convention says once, in a kept message, what its numbers are in. */
class ADeviceThatDescribesItself {
  private static final String PROBE = "homie/5/xuan-hoa-1/";

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Test
  void is_understood_by_its_units_also_after_a_restart_for_which_values_waited()
      throws BadConfig, IOException {
    Servers servers = Servers.startIn(folder, opened);
    Path config = withHomie(servers.config(), servers.broker.port());
    Field field = servers.field();
    field.publishRetained(PROBE + "$description", inUnit("mS/cm"));
    Hub hub = opened.add(HubHere.start(config));

    field.publish(PROBE + "probe/ec", "9.5");
    isStored(servers, 9_500);
    hub.close();
    field.publish(PROBE + "probe/ec", "8.5");
    opened.add(HubHere.start(config));
    isStored(servers, 8_500);

    field.publishRetained(PROBE + "$description", inUnit("µS/cm"));
    field.publish(PROBE + "probe/ec", "7500");
    isStored(servers, 7_500);
    assertThat(servers.door().messages("rejected")).isZero();
  }

  private static void isStored(Servers servers, int conductivity) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () ->
                assertThat(
                        servers.influxClient(
                            "select ec25_us_cm, device from salinity where ec25_us_cm = "
                                + conductivity))
                    .contains(conductivity + ",xuan-hoa-1"));
  }

  private static String inUnit(String unit) {
    return """
        {"homie":"5.0","version":1,"nodes":{"probe":{"properties":{
          "ec":{"datatype":"float","unit":"%s","format":"0:100000"},
          "fault":{"datatype":"boolean"}}}}}"""
        .formatted(unit);
  }

  private static Path withHomie(Path config, int broker) throws IOException {
    String source =
        "  - { id: homie, broker: tcp://127.0.0.1:%d, format: homie, filters: [ homie/5/# ] }%n"
            .formatted(broker);
    return Files.writeString(
        config, Files.readString(config).replaceFirst("(?m)^sources:\n", "sources:\n" + source));
  }
}
