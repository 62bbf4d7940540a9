package vn.vam.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vam.core.point.PointStore.StoreUnavailable;
import vn.vam.core.point.Stored;

/** What a store behind a network does besides: its server may go away and come back. */
public abstract class ARemotePointStoreKeepsItsContract extends APointStoreKeepsItsContract {

  protected abstract void serverGoesAway() throws Exception;

  protected abstract void serverComesBack() throws Exception;

  @Test
  void while_the_server_is_away_writes_are_deferred_and_reads_say_so_and_then_all_works_again()
      throws Exception {
    write(WATER.at(NOON, SALT, 1.0));

    serverGoesAway();
    try {
      assertThat(store.write(minutes(3))).isInstanceOf(Stored.Deferred.class);
      assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> samples(SALT));
    } finally {
      serverComesBack();
    }

    assertThat(store.write(minutes(3))).isEqualTo(new Stored.Written(List.of()));
    assertThat(values(SALT)).containsExactly(0.0, 0.1, 0.2);
  }
}
