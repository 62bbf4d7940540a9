package vn.vam.core.citizen;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.place.Locality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Level;
import vn.vam.core.rule.Rule;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.Kind;
import vn.vam.core.station.Position;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.station.StationTraits;

/** A few stations, two of which differ by a mark alone, and three rules. */
final class TestProvince {
  private static final String RIVER = "sông Tiền";

  static final StationId XUAN_HOA = new StationId("xuan-hoa");
  static final StationId MY_THO = new StationId("my-tho");
  static final StationId VAM_KENH = new StationId("vam-kenh");
  static final StationId HOA_BINH = new StationId("hoa-binh");
  static final StationId TRUNG_LUONG = new StationId("trung-luong");

  private TestProvince() {}

  /** With two sluices, neither of which is a station. */
  static Understanding understanding() {
    return new Understanding(
        registry(), List.of(), () -> List.of("Cống Bảo Định", "Cống Vàm Giồng"));
  }

  static Registry registry() {
    return new Registry(
        List.of(
            salinity("xuan-hoa", "Xuân Hòa", "Xuân Hoà", "cống Xuân Hòa"),
            salinity("my-tho", "Mỹ Tho", "Vườn hoa Lạc Hồng", "Công viên Lạc Hồng"),
            salinity("vam-kenh", "Vàm Kênh", "Vàm Kinh"),
            salinity("hoa-binh", "Hòa Bình"),
            salinity("my-hoa", "Mỹ Hòa"),
            salinity("my-hoa-cho", "Mỹ Hóa"),
            station("trung-luong", "Trung Lương", Kind.TRAFFIC)),
        List.of());
  }

  /** The same, some of them where they are, and one beside the river. */
  static Registry onTheMap() {
    return new Registry(
        List.of(
            at("xuan-hoa", "Xuân Hòa", 10.33656, 106.41029, Optional.of(RIVER)),
            at("my-tho", "Mỹ Tho", 10.34689, 106.34699, Optional.of(RIVER)),
            at("vam-kenh", "Vàm Kênh", 10.27398, 106.73702, Optional.of(RIVER)),
            at("hoa-binh", "Hòa Bình", 10.29025, 106.59239, Optional.of(RIVER)),
            at("go-cat", "Gò Cát", 10.36461, 106.37020, Optional.empty())),
        List.of());
  }

  /** Two of them share their name; one lies nearer to another water than to its own. */
  static List<Locality> places() {
    return List.of(
        place("xã", "Long Bình Điền", 10.32, 106.43),
        place("phường", "Tân Long", 10.34, 106.36),
        place("xã", "Tân Long", 10.30, 106.58),
        place("thị trấn", "Tân Hòa", 10.32, 106.71),
        place("thành phố", "Gò Công", 10.365, 106.665),
        place("huyện", "Chợ Gạo", 10.35, 106.46),
        place("xã", "Bình Đức", 10.35, 106.31),
        place("xã", "Hòa Bình", 10.31, 106.6),
        new Locality(
            "Thạnh Trị",
            "chợ",
            List.of("chợ Cũ Thạnh Trị"),
            new Position(10.365, 106.372),
            Optional.of(RIVER)));
  }

  private static Locality place(String kind, String name, double lat, double lon) {
    return new Locality(name, kind, List.of(), new Position(lat, lon), Optional.empty());
  }

  private static Station at(
      String id, String name, double lat, double lon, Optional<String> along) {
    return new Station(
        new StationId(id),
        name,
        Kind.SALINITY,
        List.of(),
        Optional.of(new Position(lat, lon)),
        Optional.empty(),
        List.of(),
        new StationTraits(Map.of(), Optional.empty(), along, StationTraits.USUAL_FREE_FLOW));
  }

  static List<Rule> rules() {
    return List.of(
        rule("salt-for-durian", XUAN_HOA, 0.5, 0.4, "vi/salt-for-durian", Duration.ofMinutes(30)),
        rule("salt-danger", XUAN_HOA, 4, 3, "vi/salt-danger", Duration.ZERO),
        rule("salt", MY_THO, 1, 0.8, "vi/salt", Duration.ZERO),
        new Rule(
            new RuleId("slow"),
            Quantity.SPEED,
            Set.of(TRUNG_LUONG),
            new Level.Below(15),
            Duration.ofMinutes(10),
            new Level.Above(20),
            Duration.ofMinutes(10),
            Severity.WATCH,
            "vi/traffic-slow",
            Duration.ofHours(1)));
  }

  static Rule rule(
      String id, StationId station, double raise, double clear, String text, Duration hold) {
    return new Rule(
        new RuleId(id),
        Quantity.SALINITY,
        Set.of(station),
        new Level.Above(raise),
        hold,
        new Level.Below(clear),
        hold,
        Severity.WATCH,
        text,
        Duration.ofHours(3));
  }

  private static Station salinity(String id, String name, String... aliases) {
    return station(id, name, Kind.SALINITY, aliases);
  }

  private static Station station(String id, String name, Kind kind, String... aliases) {
    return new Station(
        new StationId(id), name, kind, List.of(aliases), Optional.empty(), Optional.empty());
  }
}
