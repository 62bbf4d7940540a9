package vn.vam.app.endtoend;

import java.time.Instant;

/** Devices in the field: they publish with Mosquitto's own client, whose code is not the hub's. */
record Field(int brokerPort) {

  void publish(String topic, String message) {
    mosquittoPub("-t", topic, "-m", message);
  }

  void publishRetained(String topic, String message) {
    mosquittoPub("-t", topic, "-m", message, "-r");
  }

  /** A probe measures the salinity of the water. */
  void measures(String device, double salinity, Instant at) {
    publish(
        "vam/v1/salinity/" + device,
        "{\"time\":\"%s\",\"salinity_gl\":%s,\"temperature_c\":28.1}".formatted(at, salinity));
  }

  void measures(String device, double salinity) {
    measures(device, salinity, Instant.now());
  }

  private void mosquittoPub(String... arguments) {
    String[] command = new String[arguments.length + 7];
    String[] start = {
      "mosquitto_pub", "-h", "127.0.0.1", "-p", Integer.toString(brokerPort), "-q", "1"
    };
    System.arraycopy(start, 0, command, 0, start.length);
    System.arraycopy(arguments, 0, command, start.length, arguments.length);
    Program.run(command);
  }
}
