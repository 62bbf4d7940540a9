package vn.vam.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.citizen.Inbox;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.citizen.Reply;
import vn.vam.core.notify.Button;
import vn.vam.core.notify.Draft;
import vn.vam.core.station.StationId;

class AnsweringCitizens {
  private static final Inbox.Waiting QUESTION = Town.said(7, "u1", "độ mặn");
  private static final Reply APOLOGY = Reply.of("Xin lỗi bà con", List.of());

  private final Town town = new Town();

  @Test
  void the_answer_goes_to_whoever_asked_with_its_buttons() {
    List<Button> buttons = List.of(new Button("Báo tôi", "bao xuan hoa"));
    answer((event, profile, now) -> Reply.of("4,2 g/l", buttons));

    assertThat(town.drafts)
        .singleElement()
        .satisfies(
            draft -> {
              assertThat(draft.citizen()).isEqualTo("u1");
              assertThat(draft.text()).isEqualTo("4,2 g/l");
              assertThat(draft.buttons()).isEqualTo(buttons);
              assertThat(draft.priority()).isEqualTo(Draft.ANSWER);
              assertThat(draft.expires()).contains(Town.NOON.plus(Duration.ofHours(1)));
            });
    assertThat(town.waiting(10)).isEmpty();
  }

  @Test
  void an_answer_of_several_messages_keeps_their_order_and_gives_each_its_own_key() {
    Reply two =
        new Reply(
            List.of(new Reply.Message("một", List.of()), new Reply.Message("hai", List.of())),
            List.of());
    answer((event, profile, now) -> two);

    assertThat(town.texts()).containsExactly("một", "hai");
    assertThat(town.drafts).extracting(Draft::key).containsExactly("answer/7/0", "answer/7/1");
  }

  @Test
  void what_the_answer_changes_is_settled_with_it() {
    ProfileChange follow = new ProfileChange.Follow();
    answer((event, profile, now) -> Reply.silence(follow));

    assertThat(town.changes).containsExactly(follow);
    assertThat(town.drafts).isEmpty();
    assertThat(town.waiting(10)).isEmpty();
  }

  @Test
  void the_mind_knows_what_the_citizen_agreed_to_and_what_time_it_is() {
    town.agreed.put("u1", Town.XUAN_HOA);
    List<Object> known = new ArrayList<>();
    answer(
        (event, profile, now) -> {
          known.addAll(profile.stations());
          known.add(now);
          return APOLOGY;
        });

    assertThat(known).containsExactly(Town.XUAN_HOA, Town.NOON);
  }

  @Test
  void a_question_that_cannot_be_answered_is_met_with_an_apology() {
    answer(
        (event, profile, now) -> {
          throw new IllegalStateException("a mistake of our own");
        });

    assertThat(town.texts()).containsExactly("Xin lỗi bà con");
    assertThat(town.waiting(10)).isEmpty();
  }

  @Test
  void it_apologises_when_the_citizen_cannot_be_looked_up_either() {
    town.arrives(QUESTION);
    new Answering(
            (event, profile, now) -> Reply.of("never", List.of()),
            town,
            new Forgetful(),
            APOLOGY,
            Clock.fixed(Town.NOON, ZoneOffset.UTC))
        .answer(QUESTION);

    assertThat(town.texts()).containsExactly("Xin lỗi bà con");
  }

  @Test
  void an_answer_that_cannot_be_kept_is_no_answer() {
    Inbox full = new FullInbox();
    Answering answering =
        new Answering(
            (event, profile, now) -> APOLOGY,
            full,
            town,
            APOLOGY,
            Clock.fixed(Town.NOON, ZoneOffset.UTC));

    assertThatIllegalStateException().isThrownBy(() -> answering.answer(QUESTION));
  }

  private void answer(Answering.Mind mind) {
    town.arrives(QUESTION);
    new Answering(mind, town, town, APOLOGY, Clock.fixed(Town.NOON, ZoneOffset.UTC))
        .answer(QUESTION);
  }

  private static final class Forgetful implements Citizens {
    @Override
    public List<String> audience(StationId station) {
      throw new IllegalStateException("the file is away");
    }

    @Override
    public List<StationId> subscriptions(String citizen) {
      throw new IllegalStateException("the file is away");
    }
  }

  private static final class FullInbox implements Inbox {
    @Override
    public boolean accept(String key, CitizenEvent event, Instant now) {
      throw new IllegalStateException("no room");
    }

    @Override
    public List<Waiting> waiting(int most) {
      return List.of(QUESTION);
    }

    @Override
    public void answer(
        Waiting waiting, List<Draft> answers, List<ProfileChange> changes, Instant now) {
      throw new IllegalStateException("no room");
    }
  }
}
