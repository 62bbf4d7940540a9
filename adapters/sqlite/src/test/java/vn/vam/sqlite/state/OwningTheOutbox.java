package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.draft;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Outbox.OutboxCounts;
import vn.vam.core.notify.OutboxMessage;

/**
 * Two hubs on one file, as where a disk's locks do not hold: who opened it last owns the outbox.
 */
class OwningTheOutbox {
  @TempDir Path folder;
  private StateFile former;
  private StateFile owner;
  private OutboxMessage underWay;

  @BeforeEach
  void another_hub_takes_over_while_a_message_is_under_way() {
    former = new StateFile(folder);
    former.writes(draft("a", "u1", 1), draft("b", "u2", 1));
    underWay = former.lease(NOON);
    owner = new StateFile(folder);
  }

  @AfterEach
  void close() {
    owner.close();
    former.close();
  }

  @Test
  void a_former_owner_settles_nothing() {
    owner.outbox().recover(NOON);

    assertThatIllegalStateException()
        .isThrownBy(() -> settle(former, new Delivery.Undeliverable("blocked")))
        .withMessageContaining("not leased to this owner");
    assertThat(owner.outbox().counts()).isEqualTo(new OutboxCounts(1, 0, 0, 1, 0));
  }

  @Test
  void nor_does_it_begin_a_doubt() {
    owner.outbox().recover(NOON);

    assertThatIllegalStateException()
        .isThrownBy(() -> settle(former, new Delivery.Unclear("no answer")));
    assertThat(owner.ask("SELECT reason FROM outbox WHERE key = 'a'"))
        .isEqualTo("the hub stopped while sending");
  }

  @Test
  void a_former_owner_leases_nothing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> former.lease(NOON))
        .withMessageContaining("another owner");

    assertThat(owner.lease(NOON).draft().key()).isEqualTo("b");
  }

  @Test
  void a_message_leased_anew_is_settled_by_its_new_owner_alone() {
    owner.execute("UPDATE outbox SET state = 'WAITING' WHERE key = 'a'");
    OutboxMessage again = owner.lease(NOON);
    assertThat(again.id()).isEqualTo(underWay.id());

    assertThatIllegalStateException()
        .isThrownBy(() -> settle(former, new Delivery.Undeliverable("blocked")));
    settle(owner, new Delivery.Delivered("m-1"));

    assertThat(owner.outbox().counts()).isEqualTo(new OutboxCounts(1, 1, 0, 0, 0));
  }

  @Test
  void what_is_settled_is_not_settled_again() {
    OutboxMessage mine = owner.lease(NOON);
    owner.outbox().settle(mine, new Delivery.Delivered("m-1"), NOON);

    assertThatIllegalStateException()
        .isThrownBy(
            () -> owner.outbox().settle(mine, new Delivery.Unclear("a mistake of ours"), NOON));
  }

  private void settle(StateFile hub, Delivery delivery) {
    hub.outbox().settle(underWay, delivery, NOON);
  }
}
