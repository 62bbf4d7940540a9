package vn.vam.sim.office;

import java.util.List;
import java.util.SplittableRandom;

/** An applicant who does not exist, with an invented telephone number. */
record Person(String name, String phone) {

  private static final List<String> FAMILIES =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ",
          "Ngô", "Hồ", "Dương", "Đoàn", "Lâm");
  private static final List<String> WOMEN =
      List.of(
          "Thị Hồng Gấm",
          "Thị Mỹ Lệ",
          "Ngọc Lan",
          "Thị Bé Bảy",
          "Thị Kim Cúc",
          "Thanh Thúy",
          "Thị Út Mười",
          "Ngọc Hân",
          "Thị Tuyết Mai",
          "Cẩm Tiên");
  private static final List<String> MEN =
      List.of(
          "Văn Tám",
          "Hoàng Phúc",
          "Văn Bé Tư",
          "Minh Trí",
          "Quốc Thái",
          "Văn Sáu",
          "Thanh Tùng",
          "Hữu Nghĩa",
          "Công Thành",
          "Văn Út");

  static Person drawn(SplittableRandom random) {
    List<String> given = random.nextBoolean() ? WOMEN : MEN;
    String name = Draw.one(FAMILIES, random) + " " + Draw.one(given, random);
    return new Person(name, "0900" + Draw.digits(6, random));
  }
}
