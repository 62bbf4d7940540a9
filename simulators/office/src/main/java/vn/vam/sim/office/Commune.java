package vn.vam.sim.office;

import java.util.List;

/**
 * A ward or commune of the province as it is since July 2025; the unit numbers are ours.
 *
 * @param unit level below the province in a dossier code
 */
record Commune(String name, int unit) {

  static final List<Commune> ALL =
      List.of(
          new Commune("phường Mỹ Tho", 12),
          new Commune("phường Đạo Thạnh", 13),
          new Commune("phường Mỹ Phong", 14),
          new Commune("phường Thới Sơn", 15),
          new Commune("phường Trung An", 16),
          new Commune("phường Gò Công", 21),
          new Commune("phường Long Thuận", 22),
          new Commune("xã Chợ Gạo", 31),
          new Commune("xã Tân Thuận Bình", 32),
          new Commune("xã Lương Hòa Lạc", 33),
          new Commune("xã Vĩnh Kim", 41),
          new Commune("xã Châu Thành", 42));

  String office() {
    return "Trung tâm Phục vụ hành chính công " + name;
  }
}
