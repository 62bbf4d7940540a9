package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.ZaloResult.Answered;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;

/** Pictures, lists, templates by user id and by phone, uploads and articles. */
class SendingOtherKinds {
  private static final String USER = "2512523625412515";
  private final Hub hub = new Hub();

  @AfterEach
  void stop() {
    hub.close();
  }

  private ZaloResult perform(String operation, Object body) {
    return hub.template().requestBody("zalo:" + operation, body, ZaloResult.class);
  }

  private String body() {
    return hub.platform.requests().getLast().body();
  }

  @Test
  void a_picture_goes_by_its_address_with_a_caption() {
    hub.platform.on(Platform.TEXT, Platform.SENT);

    ZaloResult result =
        perform(
            "image",
            new ImageMessage(
                USER,
                "Độ mặn tuần này",
                new ImageMessage.At(URI.create("https://vam.example/a.png"))));

    assertThat(result).isInstanceOf(Sent.class);
    assertThat(body())
        .isEqualTo(
            """
            {"recipient":{"user_id":"2512523625412515"},"message":{"text":"Độ mặn tuần này","attachment":\
            {"type":"template","payload":{"template_type":"media","elements":[{"media_type":"image",\
            "url":"https://vam.example/a.png"}]}}}}""");
  }

  @Test
  void an_uploaded_picture_goes_by_its_attachment_id() {
    hub.platform.on(Platform.TEXT, Platform.SENT);

    perform("image", new ImageMessage(USER, "", new ImageMessage.Attachment("att-1")));

    assertThat(body())
        .contains("\"attachment_id\":\"att-1\"")
        .doesNotContain("\"text\"", "\"url\"");
  }

  @Test
  void a_picture_that_has_ended_its_seven_days_wants_another_upload() {
    hub.platform.on(Platform.TEXT, Platform.error(-100, "attachment_id is expired"));

    assertThat(perform("image", new ImageMessage(USER, "", new ImageMessage.Attachment("att-1"))))
        .isEqualTo(new Refused(-100, "attachment_id is expired", ErrorClass.REUPLOAD));
  }

  @Test
  void a_list_has_a_row_for_each_thing() {
    hub.platform.on(Platform.TEXT, Platform.SENT);
    ListMessage.Row first =
        new ListMessage.Row(
            "Xuân Hòa",
            "0,6 g/l",
            Optional.empty(),
            Optional.of(URI.create("https://vam.example")));

    assertThat(perform("list", new ListMessage(USER, List.of(first)))).isInstanceOf(Sent.class);
    assertThat(body())
        .contains("\"template_type\":\"list\"")
        .contains(
            """
            {"title":"Xuân Hòa","subtitle":"0,6 g/l","default_action":{"type":"oa.open.url","url":"https://vam.example"}}""");
  }

  @Test
  void a_list_whose_first_row_has_no_subtitle_is_not_even_sent() {
    ListMessage.Row bare = new ListMessage.Row("Xuân Hòa", "", Optional.empty(), Optional.empty());

    assertThat(perform("list", new ListMessage(USER, List.of(bare)))).isInstanceOf(Refused.class);
    assertThat(perform("list", new ListMessage(USER, List.of()))).isInstanceOf(Refused.class);
    assertThat(hub.platform.requests()).isEmpty();
  }

  @Test
  void a_form_asks_for_what_only_the_citizen_knows() {
    hub.platform.on(Platform.TEXT, Platform.SENT);
    URI picture = URI.create("https://vam.example/a.png");

    assertThat(perform("form", new FormMessage(USER, "Số điện thoại", "Để…", Optional.of(picture))))
        .isInstanceOf(Sent.class);
    assertThat(body())
        .isEqualTo(
            """
            {"recipient":{"user_id":"2512523625412515"},"message":{"attachment":{"type":"template",\
            "payload":{"template_type":"request_user_info","elements":[{"title":"Số điện thoại",\
            "subtitle":"Để…","image_url":"https://vam.example/a.png"}]}}}}""");
  }

  @Test
  void a_form_without_words_is_not_even_sent() {
    assertThat(perform("form", new FormMessage(USER, "Số", "", Optional.empty())))
        .isInstanceOf(Refused.class);
    assertThat(perform("form", new FormMessage(USER, "s".repeat(101), "Để…", Optional.empty())))
        .isInstanceOf(Refused.class);
    assertThat(hub.platform.requests()).isEmpty();
  }

  @Test
  void a_template_reaches_somebody_known_by_user_id() {
    hub.platform.on("/v3.0/oa/message/template", Platform.SENT);

    assertThat(perform("template", new TemplateMessage(USER, "t-77", Map.of("tram", "Xuân Hòa"))))
        .isInstanceOf(Sent.class);
    assertThat(body())
        .isEqualTo(
            """
            {"user_id":"2512523625412515","template_id":"t-77","template_data":{"tram":"Xuân Hòa"}}""");
  }

  @Test
  void a_template_reaches_a_phone_number_however_it_is_written() {
    hub.platform.on(
        "/message/template",
        FakePlatform.Reply.json(
            """
            {"error":0,"message":"Success","data":{"msg_id":"a4d0","sent_time":"1626926349402",\
            "sending_mode":"1","quota":{"dailyQuota":"500","remainingQuota":"499"}}}"""));

    ZaloResult result =
        perform(
            "zns",
            new ZnsMessage(
                "0987 654 321", "t-77", Map.of("tram", "Xuân Hòa"), Optional.of("o-12"), false));

    assertThat(result)
        .isInstanceOfSatisfying(
            Sent.class,
            sent -> {
              assertThat(sent.messageId()).isEqualTo("a4d0");
              assertThat(sent.quota().orElseThrow().remain()).hasValue(499);
            });
    assertThat(body())
        .isEqualTo(
            """
            {"phone":"84987654321","template_id":"t-77","template_data":{"tram":"Xuân Hòa"},"tracking_id":"o-12"}""");
  }

  @Test
  void what_no_template_takes_is_not_even_sent() {
    Map<String, String> good = Map.of("tram", "Xuân Hòa");

    assertThat(perform("template", new TemplateMessage(USER, "no such!", good)))
        .isInstanceOf(Refused.class);
    assertThat(perform("template", new TemplateMessage(USER, "t-77", Map.of())))
        .isInstanceOf(Refused.class);
    assertThat(perform("template", new TemplateMessage(USER, "t-77", Map.of("trạm", "x"))))
        .isInstanceOf(Refused.class);
    assertThat(perform("zns", new ZnsMessage("12345", "t-77", good, Optional.empty(), false)))
        .isInstanceOf(Refused.class);
    assertThat(hub.platform.requests()).isEmpty();
  }

  @Test
  void an_upload_gives_what_messages_call_it_by() {
    hub.platform.on(
        "/v2.0/oa/upload/image",
        FakePlatform.Reply.json("{\"data\":{\"attachment_id\":\"att-9\"},\"error\":0}"));
    byte[] png = "not really a picture".getBytes(StandardCharsets.US_ASCII);

    assertThat(perform("upload", new Upload(Upload.Kind.IMAGE, "chart.png", png)))
        .isEqualTo(new Answered(new Uploaded("att-9")));
    assertThat(hub.platform.requests().getLast().headers().get("content-type"))
        .startsWith("multipart/form-data; boundary=");
    assertThat(body())
        .contains("name=\"file\"; filename=\"chart.png\"")
        .contains("Content-Type: image/png\r\n\r\nnot really a picture\r\n--");
  }

  @Test
  void an_upload_beyond_the_platforms_limit_stays_here() {
    byte[] large = new byte[1024 * 1024 + 1];

    assertThat(perform("upload", new Upload(Upload.Kind.IMAGE, "chart.png", large)))
        .isInstanceOf(Refused.class);
    assertThat(perform("upload", new Upload(Upload.Kind.IMAGE, "a\r\nb.png", new byte[1])))
        .isInstanceOf(Refused.class);
    assertThat(hub.platform.requests()).isEmpty();
  }

  @Test
  void an_article_is_taken_and_later_there() {
    hub.platform
        .on(
            "/v2.0/article/create",
            FakePlatform.Reply.json("{\"data\":{\"token\":\"tok-1\"},\"error\":0}"))
        .on(
            "/v2.0/article/verify",
            Platform.error(-214, "processing"),
            FakePlatform.Reply.json("{\"data\":{\"id\":\"art-1\"},\"error\":0}"));
    Article article =
        new Article(
            "Tuần này mặn lên",
            "Vàm",
            "Cống đóng từ thứ tư",
            URI.create("https://vam.example/cover.png"),
            List.of("Nước lớn lúc 5 giờ."));

    assertThat(perform("article", article))
        .isEqualTo(new Answered(new ArticleState.Accepted("tok-1")));
    assertThat(body()).contains("\"type\":\"normal\"", "\"content\":\"Nước lớn lúc 5 giờ.\"");
    assertThat(perform("articleState", "tok-1"))
        .isEqualTo(new Refused(-214, "processing", ErrorClass.LATER));
    assertThat(perform("articleState", "tok-1"))
        .isEqualTo(new Answered(new ArticleState.Published("art-1")));
  }

  @Test
  void nothing_of_whom_or_what_is_printed() {
    assertThat(
            List.of(
                    new ImageMessage(USER, "bí mật", new ImageMessage.Attachment("a")),
                    new ListMessage(USER, List.of()),
                    new FormMessage(USER, "bí mật", "bí mật", Optional.empty()),
                    new TemplateMessage(USER, "t", Map.of("a", "bí mật")),
                    new ZnsMessage(
                        "0987654321", "t", Map.of("a", "bí mật"), Optional.empty(), false))
                .toString())
        .doesNotContain(USER, "0987654321", "bí mật");
  }
}
