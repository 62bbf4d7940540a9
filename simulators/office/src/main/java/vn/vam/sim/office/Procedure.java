package vn.vam.sim.office;

import java.util.List;

/**
 * An administrative procedure (TTHC) a commune handles.
 *
 * @param name Vietnamese, as the public lists call it
 * @param workingDays the law gives the office
 * @param paid whether a financial duty comes before the result
 */
record Procedure(String name, int workingDays, boolean paid) {

  static final List<Procedure> ALL =
      List.of(
          new Procedure("Đăng ký khai sinh", 1, false),
          new Procedure("Đăng ký kết hôn", 1, false),
          new Procedure("Đăng ký khai tử", 1, false),
          new Procedure("Cấp bản sao trích lục hộ tịch", 1, false),
          new Procedure("Cấp Giấy xác nhận tình trạng hôn nhân", 3, false),
          new Procedure("Thay đổi, cải chính thông tin hộ tịch", 6, false),
          new Procedure("Chứng thực hợp đồng, giao dịch liên quan đến tài sản", 2, true),
          new Procedure("Đăng ký thành lập hộ kinh doanh", 3, true),
          new Procedure("Đăng ký thay đổi nội dung đăng ký hộ kinh doanh", 3, true),
          new Procedure("Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ", 15, true),
          new Procedure("Đăng ký biến động quyền sử dụng đất do chuyển nhượng", 10, true),
          new Procedure("Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất lần đầu", 20, true),
          new Procedure("Chuyển mục đích sử dụng đất", 15, true),
          new Procedure("Hỗ trợ chi phí mai táng", 10, false),
          new Procedure("Thực hiện trợ cấp xã hội hằng tháng", 10, false),
          new Procedure("Công nhận hộ nghèo, hộ cận nghèo", 15, false),
          new Procedure("Hỗ trợ khôi phục sản xuất vùng bị thiệt hại do hạn mặn", 15, false));
}
