package vn.vam.app.browser;

import static vn.vam.app.browser.Chromium.soon;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TalkingOfTheTown extends OnThePhone {
  @BeforeEach
  void and_follows() {
    follow();
  }

  /** Until every picture in the chat has come. */
  private static void pictures() {
    soon()
        .until(
            () ->
                browser.run(
                    """
                    const all = [...document.querySelectorAll('#chat .card img, #chat img.picture')];
                    all.forEach((one) => { one.loading = 'eager'; });
                    return all.length > 0 && all.every((one) => one.complete && one.naturalWidth > 1)\
                    """),
            Boolean.TRUE::equals);
  }

  @Test
  void roads_and_the_water_on_them() {
    province.fillsARoadAndFloodsAnother();

    keepsAsking("ket xe ko", "Cầu Mỹ Lợi: kẹt xe");
    presses("Chỗ nào đang ngập?", "Chợ Gò Công: ĐANG NGẬP");
    browser.picture("town-roads");
  }

  @Test
  void buses_by_name_by_line_and_by_place() {
    asks("xe buyt cho my tho", "Trạm Chợ Mỹ Tho");
    asks("tuyen so 01 xe buyt", "Bến xe Mỹ Tho → Bệnh viện đa khoa");
    browser.picture("town-bus");

    browser.named("place").click();
    browser.named("map-send").click();
    hearsBehind(3, "Trạm xe buýt:");
    presses("Xe buýt gần đó", "(cách");
    browser.picture("town-place");
  }

  @Test
  void news_by_topic_and_a_bulletin() {
    keepsAsking("tin man", "Cống Xuân Hòa đóng");
    soon().until(() -> browser.all("[data-kind='list'] .card").size() >= 3);
    pictures();
    soon().until(() -> button("Nhận bản tin hạn, mặn").isPresent());
    browser.picture("town-news");

    presses("Nhận bản tin hạn, mặn", "Tôi đồng ý");
    presses("Ngưng bản tin hạn, mặn", "Đã ngưng");
    browser.picture("town-bulletin");
  }

  @Test
  void sluices_and_the_salt_beside_them() {
    province.measures("xuan-hoa-1", 3.4, Instant.now());

    keepsAsking("cong xuan hoa dong hay mo", "3,4 g/l");
    asks("cống nào mở", "Cống Bảo Định: đang MỞ");
    presses("Cống Xuân Hòa", "đang ĐÓNG, từ");
    browser.picture("town-sluices");
  }

  @Test
  void sights_and_schools() {
    presses("Đường sá, xe buýt, tin tức…", "Chỗ tham quan");
    presses("Chỗ tham quan", "Chùa Vĩnh Tràng");
    presses("Chùa Vĩnh Tràng", "Đường Nguyễn Trung Trực");
    asks("truong mam non hoa sen", "Sân trường đang ngập");
    browser.picture("town-sights");
  }
}
