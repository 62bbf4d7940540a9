package vn.vam.sim.office;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What stands on the printed "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", after the form 01 of the
 * one-stop offices, shortened.
 */
final class ReceiptText {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy");

  /** How a line is printed. */
  enum Face {
    PLAIN,
    BOLD,
    LARGE,
    SLANTED
  }

  record Line(String text, Face face) {}

  private ReceiptText() {}

  /** Beside the QR. */
  static List<Line> head(Dossier dossier) {
    return List.of(
        new Line("UBND " + dossier.commune().name(), Face.PLAIN),
        new Line("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", Face.BOLD));
  }

  /** Below it; an empty line is left free. */
  static List<Line> body(Dossier dossier, Instant received, Instant due) {
    return List.of(
        new Line("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", Face.LARGE),
        new Line("Mã hồ sơ: " + dossier.code().text(), Face.LARGE),
        new Line("Mã tra cứu: " + dossier.lookupCode(), Face.PLAIN),
        new Line("", Face.PLAIN),
        new Line("Tiếp nhận hồ sơ của: " + dossier.applicant().name(), Face.PLAIN),
        new Line("Số điện thoại: " + dossier.applicant().phone(), Face.PLAIN),
        new Line("Nội dung yêu cầu giải quyết: " + dossier.procedure().name(), Face.PLAIN),
        new Line("Nơi tiếp nhận: " + dossier.commune().office(), Face.PLAIN),
        new Line(
            "Thời gian giải quyết: " + dossier.procedure().workingDays() + " ngày làm việc",
            Face.PLAIN),
        new Line("Thời gian nhận hồ sơ: " + moment(received), Face.PLAIN),
        new Line("Thời gian trả kết quả: " + moment(due), Face.BOLD),
        new Line("", Face.PLAIN),
        new Line("Chụp mã vuông ở góc trên và gửi qua Zalo để biết hồ sơ tới đâu.", Face.SLANTED),
        new Line(
            "Giấy in thử của hệ thống mô phỏng: người và hồ sơ đều không có thật.", Face.SLANTED));
  }

  private static String moment(Instant at) {
    return MOMENT.format(at.atOffset(OfficeHours.LOCAL_TIME));
  }
}
