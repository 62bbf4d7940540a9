package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers;
import vn.vam.core.dossier.FollowRules;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.LookUps.Following;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.dossier.RememberedTries;
import vn.vam.core.dossier.Standing;
import vn.vam.core.dossier.Standing.News;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;

/** What comes of "báo tôi khi hồ sơ có thay đổi". */
class FollowingADossier {
  private static final Instant NOW = Instant.parse("2026-03-18T03:00:00Z");
  private static final Instant DUE = Instant.parse("2026-03-20T09:30:00Z");
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final Proof PROOF = new Proof("K7QM");

  private final List<Followed> followed = new ArrayList<>();
  private Optional<OpenQuestion> open = Optional.empty();
  private Dossiers.LookUp office = at(DossierState.IN_PROGRESS);
  private int asked;
  private int byAll;

  @Nested
  class Agreeing {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "theo dõi hồ sơ",
          "theo doi",
          "báo tôi khi hồ sơ có thay đổi",
          "bao toi khi co thay doi",
          "có",
          "dung",
          "dung vay",
          "#theodoi H58.20-260312-0015"
        })
    void is_one_word_behind_what_was_shown(String text) {
      say(CODE.value() + " K7QM");

      Reply reply = say(text);

      assertThat(agreed(reply).consent())
          .isEqualTo(
              "Tôi đồng ý nhận tin tại đây khi hồ sơ H58.20-260312-0015 có thay đổi, cho đến khi tôi"
                  + " nhắn DỪNG.");
      assertThat(text(reply)).contains(agreed(reply).consent(), "đang xử lý", "14/9/2026", "DỪNG");
    }

    @Test
    void is_offered_with_a_button_to_who_has_proven_the_receipt() {
      assertThat(payloads(say(CODE.value()))).isEmpty();
      assertThat(payloads(say(CODE.value() + " K7QM")))
          .containsExactly("#theodoi H58.20-260312-0015");
    }

    @Test
    void keeps_what_the_citizen_knows_and_how_long() {
      ProfileChange.FollowDossier agreed = agreed(say("theo doi " + CODE.value() + " k7qm"));

      assertThat(agreed.standing())
          .isEqualTo(
              new Standing(Optional.of(DossierState.IN_PROGRESS), "", Optional.of(DUE), false));
      assertThat(agreed.until()).isEqualTo(NOW.plus(Duration.ofDays(180)));
    }
  }

  @Nested
  class Proving {
    @Test
    void is_asked_of_who_was_shown_nothing() {
      Reply reply = say("#theodoi " + CODE.value());

      assertThat(text(reply)).contains("mã tra cứu");
      assertThat(asked).isZero();
      assertThat(agreed(say("k7qm")).code()).isEqualTo(CODE);
    }

    @Test
    void is_asked_again_of_who_was_shown_another() {
      say(CODE.value() + " K7QM");

      assertThat(text(say("theo dõi H58.20-260312-0016"))).contains("mã tra cứu");
    }

    @Test
    void in_vain_follows_nothing() {
      say("theo dõi " + CODE.value());

      Reply reply = say("1234");

      assertThat(text(reply)).contains("Không tìm thấy hồ sơ nào khớp");
      assertThat(reply.changes()).noneMatch(ProfileChange.FollowDossier.class::isInstance);
    }

    @Test
    void is_forgotten_when_something_else_is_talked_of() {
      say(CODE.value() + " K7QM");
      say("menu");

      assertThat(text(say("#theodoi " + CODE.value()))).contains("mã tra cứu");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DossierState.class,
      names = {"NOT_RECEIVED", "WITHDRAWN", "STOPPED", "RETURNED"})
  void what_has_ended_is_neither_offered_nor_followed(DossierState state) {
    office = at(state);

    assertThat(payloads(say(CODE.value() + " K7QM"))).isEmpty();
    Reply reply = say("theo dõi " + CODE.value() + " K7QM");
    assertThat(text(reply)).contains("đã kết thúc");
    assertThat(reply.changes()).noneMatch(ProfileChange.FollowDossier.class::isInstance);
  }

  @Test
  void without_a_code_it_says_how() {
    assertThat(text(say("theo dõi hồ sơ"))).contains("theo dõi H58.20-260312-0015 K7QM");
  }

  @Test
  void only_so_many_and_no_dossier_twice() {
    follows("H58.20-260312-0015");
    assertThat(text(say("theo dõi " + CODE.value() + " K7QM"))).contains("rồi");

    follows("H58.20-260312-0016");
    assertThat(text(say("theo dõi H58.20-260312-0017 K7QM")))
        .contains("2 hồ sơ", "H58.20-260312-0015", "bỏ theo dõi");
    assertThat(asked).isZero();
  }

  @Test
  void not_more_than_the_office_can_be_asked_for() {
    byAll = 1_000;

    assertThat(text(say("theo dõi " + CODE.value() + " K7QM"))).contains("chưa nhận thêm");
  }

  @Test
  void an_office_that_is_away_says_so_and_nothing_is_followed() {
    say(CODE.value() + " K7QM");
    office = new Dossiers.LookUp.Unavailable("no connection");

    Reply reply = say("theo dõi");

    assertThat(text(reply)).contains("tạm thời gián đoạn");
    assertThat(reply.changes()).noneMatch(ProfileChange.FollowDossier.class::isInstance);
  }

  @Test
  void is_listed_with_how_each_stands_among_alerts_too() {
    follows("H58.20-260312-0015");

    assertThat(text(say("hồ sơ tôi theo dõi")))
        .contains("H58.20-260312-0015. Tình trạng: đang xử lý.");
    assertThat(payloads(say("ho so toi theo doi")))
        .containsExactly("#botheodoi H58.20-260312-0015");
    assertThat(say("cảnh báo của tôi").messages())
        .anySatisfy(message -> assertThat(message.text()).contains("H58.20-260312-0015"));
  }

  @Test
  void is_stopped_one_by_one_or_with_everything() {
    follows("H58.20-260312-0015");
    follows("H58.20-260312-0016");

    assertThat(say("#botheodoi " + CODE.value()).changes())
        .containsExactly(new ProfileChange.StopDossiers(Optional.of(CODE)));
    assertThat(say("bỏ theo dõi tất cả hồ sơ").changes())
        .containsExactly(new ProfileChange.StopDossiers(Optional.empty()));
    Reply all = say("dung");
    assertThat(text(all)).contains("Đã ngưng gửi mọi cảnh báo, kể cả tin về hồ sơ và bản tin");
    assertThat(all.changes()).contains(new ProfileChange.UnsubscribeAll());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bo theo doi ho so", "bỏ theo dõi hồ sơ H58.20", "#botheodoi"})
  void of_several_none_is_stopped_before_it_is_said_which(String words) {
    follows("H58.20-260312-0015");
    follows("H58.20-260312-0016");

    Reply asked = say(words);

    assertThat(text(asked)).contains("hồ sơ nào", "2. Thôi theo dõi H58.20-260312-0016");
    assertThat(asked.changes()).noneMatch(ProfileChange.StopDossiers.class::isInstance);
    assertThat(say("2").changes())
        .contains(
            new ProfileChange.StopDossiers(Optional.of(new DossierCode("H58.20-260312-0016"))));
  }

  @Test
  void the_only_one_is_stopped_without_its_code() {
    follows("H58.20-260312-0015");

    Reply stopped = say("bo theo doi ho so");

    assertThat(text(stopped)).contains("Đã thôi theo dõi hồ sơ H58.20-260312-0015");
    assertThat(stopped.changes()).containsExactly(new ProfileChange.StopDossiers(Optional.empty()));
  }

  @Test
  void all_of_several_are_stopped_by_the_last_button() {
    follows("H58.20-260312-0015");
    follows("H58.20-260312-0016");

    assertThat(payloads(say("bo theo doi ho so"))).last().isEqualTo("#botheodoi tatca");
    assertThat(say("#botheodoi tatca").changes())
        .contains(new ProfileChange.StopDossiers(Optional.empty()));
  }

  @Nested
  class Being_told {
    private final DossierText texts = new DossierText();

    @ParameterizedTest
    @EnumSource(value = DossierState.class, mode = Mode.MATCH_ALL)
    void says_the_news_first_and_what_to_do(DossierState state) {
      String text = texts.of(dossier(state), News.STATE, NOW);

      assertThat(text).startsWith("Hồ sơ H58.20-260312-0015 có thay đổi.\nTình trạng: ");
      assertThat(text.contains("từ nay không theo dõi nữa")).isEqualTo(state.isEnd());
      assertThat(text).hasSizeLessThan(2_000).doesNotContain("Người nộp", "{");
    }

    @Test
    void goes_by_state_then_promised_time_then_being_late() {
      Standing told = dossier(DossierState.IN_PROGRESS).standing(NOW);

      assertThat(dossier(DossierState.IN_PROGRESS).standing(NOW).since(told)).isEmpty();
      assertThat(dossier(DossierState.FINISHED).standing(NOW).since(told)).contains(News.STATE);
      assertThat(dossier(DossierState.IN_PROGRESS).standing(DUE.plusSeconds(1)).since(told))
          .contains(News.LATE);
      assertThat(
              new Standing(told.state(), "", Optional.of(DUE.plusSeconds(60)), false).since(told))
          .contains(News.DUE);
      assertThat(new Standing(told.state(), "", Optional.empty(), false).since(told)).isEmpty();
    }
  }

  private void follows(String code) {
    followed.add(
        new Followed(
            followed.size(),
            "u1",
            new DossierCode(code),
            dossier(DossierState.IN_PROGRESS).standing(NOW),
            0,
            NOW));
  }

  private static ProfileChange.FollowDossier agreed(Reply reply) {
    return reply.changes().stream()
        .filter(ProfileChange.FollowDossier.class::isInstance)
        .map(ProfileChange.FollowDossier.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(text(reply)));
  }

  private static Dossiers.LookUp at(DossierState state) {
    return new Dossiers.LookUp.Found(dossier(state));
  }

  private static Dossier dossier(DossierState state) {
    return new Dossier(
        CODE,
        "",
        "Đăng ký khai sinh",
        "Bộ phận Một cửa phường Mỹ Tho",
        "",
        Optional.of(state),
        "",
        Optional.of(Instant.parse("2026-03-11T17:00:00Z")),
        Optional.of(DUE),
        Optional.empty());
  }

  /** The one question that is open is kept from one answer to the next. */
  private Reply say(String text) {
    Profile profile =
        new Profile(List.of(), List.of(), followed, Optional.empty(), open, List.of());
    Reply reply = conversation().answer(new CitizenEvent.Said("u1", text, NOW), profile, NOW);
    reply
        .changes()
        .forEach(
            change -> {
              if (change instanceof ProfileChange.Ask ask) {
                open = Optional.of(ask.question());
              } else if (change instanceof ProfileChange.AskNothing) {
                open = Optional.empty();
              }
            });
    return reply;
  }

  private Conversation conversation() {
    return new Conversation(
        TestProvince.registry(),
        new LatestReadings(Duration.ofHours(3)),
        History.NONE,
        lookUps(),
        new Receipts(address -> new Fetched.Missing("none"), photo -> new Sight.Unread("none")),
        Feeds.NONE,
        List.of(),
        Duration.ofHours(3),
        ChatSettings.USUAL);
  }

  private LookUps lookUps() {
    FollowRules rules = new FollowRules(Duration.ofMinutes(30), 2, 1_000, Duration.ofDays(180));
    return new LookUps(
        new Office(),
        new RememberedTries(),
        TryLimits.USUAL,
        (outcome, agency) -> asked++,
        Optional.of(new Following(rules, () -> byAll)));
  }

  /** Knows one receipt. */
  private final class Office implements Dossiers {
    @Override
    public LookUp find(DossierCode code, Optional<Proof> proof) {
      return proof.equals(Optional.of(PROOF)) ? office : new LookUp.NotFound();
    }

    @Override
    public LookUp again(DossierCode code) {
      return office;
    }
  }

  private static String text(Reply reply) {
    return reply.messages().getFirst().text();
  }

  private static List<String> payloads(Reply reply) {
    return reply.messages().getFirst().buttons().stream().map(Button::payload).toList();
  }
}
