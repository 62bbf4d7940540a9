package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.app.config.WaysConfig;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Delivery.OtherWay;
import vn.vam.core.notify.Delivery.RetryLater;
import vn.vam.core.notify.Delivery.Undeliverable;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Shown;
import vn.vam.core.notify.Way;
import vn.vam.testing.HandClock;
import vn.vam.zalo.ErrorClass;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;
import vn.vam.zalo.ZaloResult.Unclear;

/** What the messenger refuses, class by class, and what becomes of the message. */
class AnsweringRefusals {
  /** 23:00 at home: seven hours and five minutes before messages may leave again. */
  private static final Instant NIGHT = Instant.parse("2026-03-12T16:00:00Z");

  private static final Duration UNTIL_MORNING = Duration.ofHours(7).plusMinutes(5);

  private static final int USUAL = 1;
  private static final int URGENT = 2;

  private final ZaloMessenger messenger =
      new ZaloMessenger(
          WaysConfig.CHAT,
          Duration.ofSeconds(30),
          () -> Duration.ZERO,
          new HandClock(NIGHT),
          new Random(1));

  private static Stream<Arguments> inTheChat() {
    return Stream.of(
        arguments(ErrorClass.BACK_OFF, -32, again(-32, "back_off", Duration.ofSeconds(30))),
        arguments(ErrorClass.LATER, -211, again(-211, "later", Duration.ofMinutes(10))),
        arguments(
            ErrorClass.REFRESH_ONCE, -216, again(-216, "refresh_once", Duration.ofMinutes(5))),
        arguments(ErrorClass.HUMAN, -321, again(-321, "human", Duration.ofMinutes(5))),
        arguments(
            ErrorClass.AFTER_NIGHT,
            -234,
            new Delivery.Rests("code -234 after_night", UNTIL_MORNING)),
        arguments(
            ErrorClass.RECIPIENT,
            -213,
            new OtherWay(
                "code -213 recipient", Way.CONSULTATION, new Undeliverable("code -213 recipient"))),
        arguments(
            ErrorClass.RECIPIENT,
            -230,
            new OtherWay(
                "code -230 recipient",
                Way.CONSULTATION,
                new Delivery.Rests("code -230 recipient"))),
        arguments(ErrorClass.PERMANENT, -201, new Undeliverable("code -201 permanent")),
        arguments(ErrorClass.REUPLOAD, -100, new Undeliverable("code -100 reupload")),
        arguments(ErrorClass.UNKNOWN, -999, new Undeliverable("code -999 unknown")));
  }

  @ParameterizedTest
  @MethodSource("inTheChat")
  void each_class_has_its_own_consequence(ErrorClass errorClass, int code, Delivery expected) {
    assertThat(refused(code, errorClass, words(0), Way.CONSULTATION)).isEqualTo(expected);
  }

  @Test
  void what_failed_at_the_platform_goes_once_more_and_not_for_ever() {
    assertThat(refused(-200, ErrorClass.RETRY_ONCE, words(0), Way.CONSULTATION))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> assertThat(later.after()).isLessThanOrEqualTo(Duration.ofMinutes(1)));
    assertThat(refused(-200, ErrorClass.RETRY_ONCE, words(1), Way.CONSULTATION))
        .isEqualTo(new Undeliverable("code -200 retry_once"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorClass.class,
      names = {"PERMANENT", "REUPLOAD", "UNKNOWN"})
  void what_cannot_be_shown_goes_in_plain_words(ErrorClass errorClass) {
    assertThat(refused(-201, errorClass, form(), Way.CONSULTATION))
        .isInstanceOf(Delivery.InWords.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorClass.class,
      names = {"PERMANENT", "REUPLOAD", "UNKNOWN", "HUMAN", "RECIPIENT"})
  void what_is_wrong_with_a_template_is_nothing_against_the_person(ErrorClass errorClass) {
    String reason = "code -131 " + errorClass.name().toLowerCase(Locale.ROOT);

    assertThat(refused(-131, errorClass, words(0), Way.PHONE))
        .isEqualTo(new OtherWay(reason, Way.PHONE, new Delivery.Rests(reason)));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void a_danger_does_not_wait_for_a_person_where_another_way_is_open(Way way) {
    OutboxMessage danger = new OutboxMessage(1, draft(URGENT), 0);

    assertThat(refused(-321, ErrorClass.HUMAN, danger, way))
        .isEqualTo(
            new OtherWay("code -321 human", way, again(-321, "human", Duration.ofMinutes(5))));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void nor_for_the_morning(Way way) {
    OutboxMessage danger = new OutboxMessage(1, draft(URGENT), 0);
    String reason = "code -234 after_night";

    assertThat(refused(-234, ErrorClass.AFTER_NIGHT, danger, way))
        .isEqualTo(new OtherWay(reason, way, new Delivery.Rests(reason, UNTIL_MORNING)));
  }

  @Test
  void a_picture_that_the_platform_has_lost_is_uploaded_once_more_and_then_put_in_words() {
    assertThat(refused(-100, ErrorClass.REUPLOAD, picture(0), Way.CONSULTATION))
        .isInstanceOf(RetryLater.class);
    assertThat(refused(-100, ErrorClass.REUPLOAD, picture(1), Way.CONSULTATION))
        .isEqualTo(new Delivery.InWords("code -100 reupload"));
  }

  @Test
  void a_picture_that_was_one_request_too_many_is_shown_later() {
    assertThat(
            messenger.withoutPicture(new Refused(-32, "too many", ErrorClass.BACK_OFF), words(0)))
        .isEqualTo(new RetryLater("code -32 for its picture", Duration.ofSeconds(30)));
    assertThat(messenger.withoutPicture(new NotSent("kept back"), words(0)))
        .isInstanceOf(RetryLater.class);
  }

  @Test
  void while_nobody_is_reached_all_wait_together_and_go_together_once_somebody_is() {
    Delivery first = messenger.delivery(new NotSent("nobody listens"), words(0), Way.CONSULTATION);
    messenger.delivery(new NotSent("nobody listens"), words(5), Way.TEMPLATE);

    assertThat(first).isEqualTo(new RetryLater("nobody listens", Duration.ZERO));
    assertThat(messenger.untilFree()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));

    messenger.delivery(new Sent("m1", Instant.now(), Optional.empty()), words(0), Way.CONSULTATION);
    assertThat(messenger.untilFree()).isZero();
  }

  @Test
  void who_sends_by_telephone_numbers_and_is_away_holds_up_nobody_else() {
    assertThat(messenger.delivery(new NotSent("nobody listens"), words(0), Way.PHONE))
        .isInstanceOfSatisfying(RetryLater.class, later -> assertThat(later.after()).isPositive());
    assertThat(messenger.untilFree()).isZero();
  }

  @Test
  void a_picture_that_is_refused_otherwise_goes_in_plain_words() {
    assertThat(messenger.withoutPicture(new Refused(-211, "quota", ErrorClass.LATER), words(0)))
        .isInstanceOf(Delivery.InWords.class);
    assertThat(messenger.withoutPicture(new Unclear("cut"), words(0)))
        .isInstanceOf(Delivery.InWords.class);
  }

  @ParameterizedTest
  @EnumSource(ErrorClass.class)
  void the_reason_names_the_code_and_nobody(ErrorClass errorClass) {
    assertThat(refused(-7, errorClass, words(0), Way.CONSULTATION).toString())
        .contains("code -7 ")
        .doesNotContain("u1")
        .doesNotContain("Nước mặn");
  }

  private Delivery refused(int code, ErrorClass errorClass, OutboxMessage message, Way way) {
    return messenger.delivery(new Refused(code, "as the platform says", errorClass), message, way);
  }

  private static Delivery again(int code, String outcome, Duration after) {
    return new RetryLater("code " + code + " " + outcome, after);
  }

  private static OutboxMessage words(int attempts) {
    return new OutboxMessage(1, draft(USUAL), attempts);
  }

  private static OutboxMessage form() {
    Shown form = new Shown.Form("Để lại số điện thoại", "Chỉ dùng khi có báo động");
    return new OutboxMessage(1, draft(USUAL).showing(Optional.of(form)), 0);
  }

  private static OutboxMessage picture(int attempts) {
    SaltChart chart =
        new SaltChart(
            "Độ mặn Xuân Hòa",
            NIGHT,
            NIGHT.plusSeconds(60),
            List.of(new SaltChart.Point(NIGHT, 1), new SaltChart.Point(NIGHT.plusSeconds(30), 2)),
            List.of(),
            List.of());
    Shown shown = new Shown.Picture(chart, "Độ mặn Xuân Hòa");
    return new OutboxMessage(1, draft(USUAL).showing(Optional.of(shown)), attempts);
  }

  private static Draft draft(int priority) {
    return new Draft("k", "u1", "Nước mặn", List.of(), priority, Optional.empty());
  }
}
