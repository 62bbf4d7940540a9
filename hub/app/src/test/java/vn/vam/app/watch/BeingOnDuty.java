package vn.vam.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.ErrorClass;
import vn.vam.zalo.TextMessage;
import vn.vam.zalo.ZaloResult;

class BeingOnDuty {
  private static final ZaloResult SENT = new ZaloResult.Sent("m", Instant.EPOCH, Optional.empty());

  private final List<String> sent = new ArrayList<>();
  private Function<String, ZaloResult> answer = person -> SENT;
  private final Duty duty =
      new Duty(
          List.of("u1", "u2"),
          message -> {
            sent.add(message.userId() + " " + message.text());
            return answer.apply(message.userId());
          });

  @Test
  void everybody_is_told_once() {
    duty.hear("away");
    duty.tell();
    duty.tell();

    assertThat(sent).containsExactly("u1 away", "u2 away");
  }

  @Test
  void what_did_not_arrive_is_told_the_next_time_and_in_order() {
    answer = person -> new ZaloResult.NotSent("no connection");
    duty.hear("away");
    duty.tell();
    answer = person -> SENT;
    duty.hear("back");
    sent.clear();
    duty.tell();

    assertThat(sent).containsExactly("u1 away", "u1 back", "u2 away", "u2 back");
  }

  @Test
  void who_cannot_be_told_holds_up_nobody() {
    answer =
        person ->
            person.equals("u1") ? new ZaloResult.Refused(-230, "", ErrorClass.RECIPIENT) : SENT;
    duty.hear("away");
    duty.tell();
    duty.tell();

    assertThat(sent).containsExactly("u1 away", "u2 away");
  }

  @Test
  void old_words_give_way_to_new_ones() {
    answer = person -> new ZaloResult.NotSent("no connection");
    for (int i = 0; i < 9; i++) {
      duty.hear("word " + i);
    }
    answer = person -> SENT;
    duty.tell();

    assertThat(sent).contains("u1 word 6", "u1 word 8").doesNotContain("u1 word 5");
  }

  @Test
  void a_person_is_named_by_nobody_here() {
    assertThat(TextMessage.of("u1", "away").toString()).doesNotContain("u1");
  }
}
