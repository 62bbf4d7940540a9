package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Telegraf with its MQTT consumer, set up to lose nothing it can keep. */
final class TelegrafCandidate implements Candidate {
  static final String PROGRAM = "telegraf";
  private static final String CLIENT = "telegraf-bench";

  @Override
  public String name() {
    return "telegraf";
  }

  @Override
  public Map<String, List<String>> sessions() {
    return Map.of(CLIENT, List.of(CamelRoute.FILTER));
  }

  @Override
  public Target target() {
    return new Target("telegraf", "salinity", "salinity_gl");
  }

  @Override
  public Child start(Ground ground) throws IOException {
    Path config = ground.folder.resolve("telegraf.conf");
    Files.writeString(config, toml(ground));
    return Child.start(
        List.of(PROGRAM, "--config", config.toString()),
        Map.of("GODEBUG", "gctrace=1"),
        log(ground));
  }

  @Override
  public GcLog.Collected collected(Ground ground) throws IOException {
    return GcLog.in(log(ground));
  }

  private static Path log(Ground ground) {
    return ground.folder.resolve("telegraf.log");
  }

  private static String toml(Ground ground) {
    return """
    [agent]
      metric_batch_size = 5000
      metric_buffer_limit = 100000
      flush_interval = "1s"
      omit_hostname = true
    [[inputs.mqtt_consumer]]
      servers = ["%s"]
      topics = ["%s"]
      qos = 1
      persistent_session = true
      client_id = "%s"
      max_undelivered_messages = 4000
      data_format = "json"
      json_time_key = "time"
      json_time_format = "2006-01-02T15:04:05.000Z07:00"
      name_override = "salinity"
      topic_tag = "device"
    [[outputs.influxdb]]
      urls = ["%s"]
      database = "telegraf"
      content_encoding = "gzip"
    """
        .formatted(ground.broker(), CamelRoute.FILTER, CLIENT, ground.database());
  }
}
