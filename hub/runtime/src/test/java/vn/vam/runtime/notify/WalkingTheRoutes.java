package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.limit.Limit;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.limit.Limits;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Way;
import vn.vam.core.notify.Ways;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.Severity;

class WalkingTheRoutes {
  /** Eleven in the evening. */
  private static final Instant NIGHT = Instant.parse("2026-03-12T16:00:00Z");

  private Post post;

  static Stream<Delivery> fates() {
    return Stream.of(
        new Delivery.Delivered("m-1"),
        new Delivery.RetryLater("busy", Duration.ofSeconds(30)),
        new Delivery.Undeliverable("blocked"),
        new Delivery.Unclear("no answer"));
  }

  @BeforeEach
  void open() throws Exception {
    post = new Post();
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Nested
  class AlertToAudience {
    @Test
    void tells_the_one_whose_own_limit_was_passed_and_nobody_else() {
      post.town.agreed.put("u1", Town.XUAN_HOA);
      Limit limit = new Limit(Town.XUAN_HOA, Limit.Side.ABOVE, 1.5);
      post.town.owners.put(LimitRules.id(7), new Limits.Owner("u2", limit));

      post.routes().sendBody(AlertToAudienceRoute.FROM, passed(7));
      post.routes().sendBody(AlertToAudienceRoute.FROM, passed(8));

      assertThat(post.town.drafts)
          .singleElement()
          .satisfies(
              draft -> {
                assertThat(draft.citizen()).isEqualTo("u2");
                assertThat(draft.text()).isEqualTo("your limit of 1.5");
                assertThat(draft.key()).doesNotContain("u2");
              });
    }

    private static AlertNotice passed(long number) {
      return Town.notice(
          number,
          new AlertChange.Raised(
              LimitRules.id(number), Town.XUAN_HOA, Severity.WATCH, Town.NOON, 1.6));
    }

    @Test
    void an_alert_becomes_a_message_for_everyone() {
      post.town.agreed.put("u1", Town.XUAN_HOA);
      AlertNotice notice = Town.notice(1, Town.raised(Severity.DANGER));
      post.town.notices.add(notice);
      post.routes().sendBody(AlertToAudienceRoute.FROM, notice);

      assertThat(post.town.texts()).containsExactly("words for A-1");
      assertThat(post.town.notices).isEmpty();
    }

    @Test
    void one_for_somebody_who_agreed_just_now_goes_to_them_alone() {
      post.town.agreed.put("u1", Town.XUAN_HOA);
      post.town.agreed.put("u2", Town.XUAN_HOA);
      AlertNotice notice =
          new AlertNotice(1, "A-1", Town.raised(Severity.DANGER), Optional.of("u2"));
      post.routes().sendBody(AlertToAudienceRoute.FROM, notice);

      assertThat(post.town.drafts).extracting(Draft::citizen).containsExactly("u2");
    }

    @Test
    void a_mistake_on_the_way_comes_back_to_the_sender() {
      AlertNotice notice = Town.notice(13, Town.raised(Severity.DANGER));

      assertThatException()
          .isThrownBy(() -> post.routes().sendBody(AlertToAudienceRoute.FROM, notice));
    }
  }

  @Nested
  class MessageToZalo {
    @ParameterizedTest
    @MethodSource("vn.vam.runtime.notify.WalkingTheRoutes#fates")
    void a_message_is_sent_once_and_its_fate_kept_and_counted(Delivery fate) {
      post.messenger = text -> fate;
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.message(7, "Nước mặn"));

      assertThat(post.sent).containsExactly("Nước mặn");
      assertThat(post.town.fates()).containsOnlyKeys(7L).containsValue(fate);
      assertThat(post.counted(fate.getClass().getSimpleName().toLowerCase(Locale.ROOT)))
          .isEqualTo(1);
    }

    @Test
    void what_is_paid_for_is_counted_and_apart_from_it_what_may_have_been() {
      post.reach =
          new Reach(Optional.of(Town.NOON.minus(Duration.ofDays(3))), Optional.empty(), Set.of());
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.message(7, "x"));
      post.messenger = text -> new Delivery.Unclear("no answer");
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.message(8, "y"));
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.message(9, "z"));
      post.messenger = text -> new Delivery.Undeliverable("blocked");
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.message(10, "w"));

      assertThat(post.paid("vam.zalo.cost.dong")).isEqualTo(55);
      assertThat(post.paid("vam.zalo.cost.unclear.dong")).isEqualTo(110);
    }

    @Test
    void what_is_refused_for_the_night_waits_for_its_own_way_where_the_other_is_closed_too()
        throws Exception {
      Delivery rests = new Delivery.Rests("not at night", Duration.ofHours(7));
      try (Post night = new Post(NIGHT, new Ways(true, true))) {
        night.reach =
            new Reach(Optional.empty(), Optional.of("84987654321"), Set.of(Way.CONSULTATION));
        night.messenger = text -> new Delivery.OtherWay("not at night", Way.TEMPLATE, rests);
        night.routes().sendBody(MessageToZaloRoute.FROM, Town.message(7, "Nước mặn"));

        assertThat(night.town.fates()).containsEntry(7L, rests);
      }
    }

    @Test
    void a_picture_is_handed_over_before_the_message_that_shows_it() {
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.showing(7, "Biểu đồ"));

      assertThat(post.sent).containsExactly("[picture of 7 bytes] Biểu đồ");
      assertThat(post.town.fates()).containsOnlyKeys(7L);
    }

    @Test
    void a_picture_that_is_not_taken_leaves_the_plain_words() {
      post.album = bytes -> "";
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.showing(7, "Biểu đồ"));

      assertThat(post.sent).isEmpty();
      assertThat(post.town.fates().get(7L)).isInstanceOf(Delivery.InWords.class);
      assertThat(post.counted("inwords")).isEqualTo(1);
    }

    @Test
    void a_picture_that_cannot_be_drawn_leaves_the_plain_words() {
      post.drawing =
          chart -> {
            throw new IllegalStateException("no ink");
          };
      post.routes().sendBody(MessageToZaloRoute.FROM, Town.showing(7, "Biểu đồ"));

      assertThat(post.sent).isEmpty();
      assertThat(post.town.fates().get(7L)).isInstanceOf(Delivery.InWords.class);
    }

    @Test
    void a_messenger_that_fails_is_not_asked_again_by_the_route() {
      post.messenger =
          text -> {
            throw new IllegalStateException("the wire broke");
          };

      assertThatException()
          .isThrownBy(() -> post.routes().sendBody(MessageToZaloRoute.FROM, Town.message(7, "x")));
      assertThat(post.sent).hasSize(1);
      assertThat(post.town.fates()).isEmpty();
    }
  }

  @Nested
  class CitizenToAnswer {
    @Test
    void a_question_becomes_an_answer_in_the_outbox() {
      post.town.arrives(Town.said(7, "u1", "độ mặn"));
      post.routes().sendBody(CitizenToAnswerRoute.FROM, Town.said(7, "u1", "độ mặn"));

      assertThat(post.town.texts()).containsExactly("answer");
      assertThat(post.town.waiting(10)).isEmpty();
    }
  }
}
