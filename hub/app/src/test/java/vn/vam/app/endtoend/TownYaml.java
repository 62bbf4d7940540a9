package vn.vam.app.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration of these tests with a road, a camera, and the town's services. */
final class TownYaml {
  private static final String STATIONS =
      """
      stations:
        - { id: rach-mieu, name: Cầu Rạch Miễu, kind: traffic, lat: 10.352, lon: 106.339 }
        - { id: ben-pha, name: Bến phà, kind: camera, lat: 10.343, lon: 106.361 }
      """;
  private static final String DEVICES =
      """
      devices:
        - { id: cau-1, station: rach-mieu }
        - { id: cam-1, station: ben-pha }
      """;
  private static final String FEEDS =
      """
      feeds:
        deadline: 2s
        news: [ { id: town, url: {town}/tin/rss.xml, every: 1s } ]
        bus: { gtfs: {town}/xebuyt/gtfs.zip, every: 1s, realtime: {town}/xebuyt/cap-nhat.pb, vehicles: {town}/xebuyt/vi-tri.pb, alerts: {town}/xebuyt/thong-bao.pb, realtime_every: 1s }
        places: { url: {town}/diadiem.geojson, every: 1s }
        schools: { url: {town}/truonghoc.geojson, every: 1s }
        sluices: { url: {town}/cong.geojson, every: 1s }

      console:
      """;

  private TownYaml() {}

  static Path appendTo(Path config, int town) {
    String base = "http://127.0.0.1:" + town;
    try {
      String yaml =
          Files.readString(config)
              .replace("stations:\n", STATIONS)
              .replace("devices:\n", DEVICES)
              .replace("console:\n", FEEDS.replace("{town}", base));
      return Files.writeString(config, yaml);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
