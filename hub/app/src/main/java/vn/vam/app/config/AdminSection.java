package vn.vam.app.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.station.AdminName;

/** Reads {@code admin} of a station. */
final class AdminSection {
  private static final String EXAMPLE = "admin: [ { name: tỉnh Đồng Tháp, from: 2025-07-01 } ]";

  private AdminSection() {}

  static List<AdminName> read(ConfigNode admin) {
    List<AdminName> read = new ArrayList<>();
    for (ConfigNode node : admin.items(EXAMPLE)) {
      AdminName name = name(node.only("name", "from", "until"));
      if (read.stream().anyMatch(name::overlaps)) {
        node.complain("expected one name a day, but another of this station overlaps", EXAMPLE);
      }
      read.add(name);
    }
    return read;
  }

  private static AdminName name(ConfigNode node) {
    AdminName name =
        new AdminName(
            node.at("name").name("name: tỉnh Đồng Tháp"),
            node.maybe("from").flatMap(AdminSection::day),
            node.maybe("until").flatMap(AdminSection::day));
    if (name.from().isPresent() && name.until().filter(name.from().get()::isAfter).isPresent()) {
      node.at("until").complain("expected a day that is not before 'from'", "until: 2025-06-30");
    }
    return name;
  }

  private static Optional<LocalDate> day(ConfigNode node) {
    try {
      return Optional.of(LocalDate.parse(node.text("from: 2025-07-01")));
    } catch (DateTimeException noDay) {
      node.complain("expected a day, year first", "from: 2025-07-01");
      return Optional.empty();
    }
  }
}
