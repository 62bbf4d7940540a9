package vn.vam.app.browser;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.testing.Http;

/** Dossiers, the water, one's own limits and one's rights, talked over as people do. */
class TalkingOfWaterAndPapers extends OnThePhone {
  @BeforeEach
  void and_follows() {
    follow();
  }

  @Test
  void a_dossier_by_its_code_once_the_receipt_is_proven() {
    String code = province.office.codes().getFirst();
    JsonObject dossier =
        new JsonObject(Http.get(province.officePage().resolve("/api/hoso/" + code)).body());
    String phone = dossier.getString("SoDienThoai");

    asks("tra cuu ho so", "mã hồ sơ");
    asks(code, "4 số cuối");
    asks(
        phone.substring(phone.length() - 4),
        code,
        dossier.getString("TenTTHC"),
        dossier.getString("DonViXuLy"));
    browser.picture("talk-dossier");
  }

  @Test
  void a_dossier_is_followed_and_its_change_arrives_by_itself() {
    String code = province.office.codes().getFirst();
    asks(code + " " + province.office.lookUpCode(code), code, "Tình trạng");
    presses("Báo tôi khi hồ sơ thay đổi", "Tôi đồng ý nhận tin tại đây khi hồ sơ " + code);
    asks("ho so toi theo doi", code);

    moveOn(code);
    hears("Hồ sơ " + code + " có thay đổi");
    browser.picture("talk-followed-dossier");
  }

  private static void moveOn(String code) {
    Http.post(
        province.officePage().resolve("/_sim/dossiers/" + code + "/advance"),
        "application/json",
        "");
  }

  @Test
  void the_water_now_and_when_it_will_be_safe() {
    province.measures("xuan-hoa-1", 3.6, Instant.now().minusSeconds(1_800));
    province.measures("xuan-hoa-1", 4.2, Instant.now());

    keepsAsking("do man xuan hoa", "4,2 g/l", "nước lớn chừng");
    asks("khi nao xuan hoa an toan", "chưa dưới 0,5 g/l");
    asks("độ mặn", "Xuân Hòa");
    browser.picture("talk-water");
  }

  @Test
  void a_limit_of_ones_own_changed_listed_and_stopped() {
    asks("bao toi khi xuan hoa tren 1", "Xuân Hòa", "1 g/l");
    asks("đổi mức xuân hòa thành 2", "2 g/l");
    asks("đừng báo từ 22h đến 5h", "22:00");
    asks("cảnh báo của tôi", "Xuân Hòa: khi độ mặn trên 2 g/l");
    browser.picture("talk-limits");

    asks("dung", "ngưng");
  }

  @Test
  void ones_rights_from_the_question_to_the_end() {
    asks("nhan canh bao my tho", "Đã ghi nhận");
    asks("ban giu gi ve toi", "Lời đồng ý", "trạm Mỹ Tho");
    asks("xoa thong tin cua toi", "Nếu chắc chắn, nhắn: có");
    browser.picture("talk-rights");

    asks("có", "Đã xóa mọi thông tin");
  }
}
