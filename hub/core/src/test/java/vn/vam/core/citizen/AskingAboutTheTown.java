package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.bus.Timetable;
import vn.vam.core.feed.Copy;
import vn.vam.core.feed.Feed;
import vn.vam.core.news.News;
import vn.vam.core.place.Places;

/** Sights, schools, and what holds for every service of the town. */
class AskingAboutTheTown extends InTheTown {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cho nao choi vui",
        "chỗ nào chơi đẹp nhất",
        "cuoi tuan di choi dau cho con nit",
        "tham quan"
      })
  void who_names_no_sight_is_shown_all_without_a_word_of_an_unknown_one(String question) {
    assertThat(hears(question)).contains("Chùa Vĩnh Tràng").doesNotContain("Chưa biết");
  }

  @Test
  void a_sight_is_told_with_its_hours() {
    assertThat(hears("tham quan vinh trang"))
        .contains("Chùa Vĩnh Tràng (chùa)")
        .contains("Lúc này không mở; hôm nay mở 07:00–11:30, 13:30–17:00");
  }

  @Test
  void a_school_is_told_behind_what_concerns_all_schools() {
    assertThat(hears("truong song tien"))
        .contains("Nghỉ học vì triều cường")
        .doesNotContain("Đã qua rồi")
        .contains("Trường Tiểu học Sông Tiền")
        .contains("Đang mở cửa");
  }

  @Test
  void an_old_copy_is_told_as_old() {
    news = new Copy.LastGood<>(articles(), NOW.minus(Duration.ofHours(26)));
    bus = new Copy.LastGood<>(timetable(), NOW.minus(Duration.ofHours(1)));

    assertThat(hears("tin mặn")).contains("tin lấy lúc 10:10 hôm qua");
    assertThat(hears("xe buýt chợ mỹ tho")).contains("tin lấy lúc 11:10 hôm nay");
  }

  @Test
  void a_school_of_an_old_copy_is_told_with_what_concerns_all_schools() {
    schools = new Copy.LastGood<>(schoolsWithNotice(), NOW.minus(Duration.ofHours(1)));

    List<Reply.Message> told = asks("truong song tien").messages();
    assertThat(told).hasSize(2);
    assertThat(told.getFirst().text()).contains("Nghỉ học vì triều cường");
    assertThat(told.getLast().text())
        .contains("Trường Tiểu học Sông Tiền", "tin lấy lúc 11:10 hôm nay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tin tức", "xe buýt", "du lịch", "trường học"})
  void a_source_never_heard_is_told_as_such_and_one_not_offered_too(String question) {
    nothing(new Copy.NoneYet<>(), new Copy.NoneYet<>(), new Copy.NoneYet<>());
    assertThat(hears(question)).contains("chưa lấy được");

    nothing(new Copy.NotOffered<>(), new Copy.NotOffered<>(), new Copy.NotOffered<>());
    assertThat(hears(question)).contains("Ở đây chưa có");
  }

  private void nothing(Copy<News> noNews, Copy<Timetable> noBus, Copy<Places> noPlaces) {
    news = noNews;
    bus = noBus;
    places = noPlaces;
    schools = noPlaces;
  }

  @Test
  void every_answer_fits_into_a_message() {
    for (String question :
        List.of("#dichvu", "kẹt xe", "camera", "xe buýt", "tin tức", "tham quan", "trường")) {
      assertThat(asks(question).messages())
          .allSatisfy(
              message -> {
                assertThat(message.text()).hasSizeBetween(1, 2_000);
                assertThat(message.buttons()).hasSizeLessThanOrEqualTo(5);
              });
    }
  }

  @Test
  void a_town_without_anything_still_answers() {
    Feed<News> none = Feed.none();

    assertThat(none.now()).isEqualTo(new Copy.NotOffered<>());
    assertThat(hears("#dichvu")).contains("Xe buýt");
  }
}
