package vn.vam.core.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamingAPlaceThroughTheYears {
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
  private static final AdminName BEFORE =
      new AdminName("tỉnh Tiền Giang", Optional.empty(), Optional.of(LAST_DAY));
  private static final AdminName AFTER =
      new AdminName("tỉnh Đồng Tháp", Optional.of(FIRST_DAY), Optional.empty());

  @Test
  void each_day_has_its_name() {
    Station station = station(List.of(BEFORE, AFTER));

    assertThat(station.adminOn(LAST_DAY)).contains("tỉnh Tiền Giang");
    assertThat(station.adminOn(FIRST_DAY)).contains("tỉnh Đồng Tháp");
    assertThat(station.adminOn(LocalDate.of(1990, 1, 1))).contains("tỉnh Tiền Giang");
  }

  @Test
  void a_day_without_a_name_has_none() {
    assertThat(station(List.of(AFTER)).adminOn(LAST_DAY)).isEmpty();
  }

  @Test
  void names_that_follow_each_other_do_not_overlap() {
    assertThat(BEFORE.overlaps(AFTER)).isFalse();
    assertThat(AFTER.overlaps(BEFORE)).isFalse();
  }

  @Test
  void names_that_share_one_day_overlap() {
    AdminName early = new AdminName("sớm", Optional.of(LAST_DAY), Optional.empty());

    assertThat(BEFORE.overlaps(early)).isTrue();
    assertThat(early.overlaps(BEFORE)).isTrue();
  }

  private static Station station(List<AdminName> admin) {
    return new Station(
        new StationId("xuan-hoa"),
        "Xuân Hòa",
        Kind.SALINITY,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        admin,
        StationTraits.NONE);
  }
}
