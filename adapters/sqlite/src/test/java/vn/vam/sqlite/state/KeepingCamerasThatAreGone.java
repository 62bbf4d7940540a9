package vn.vam.sqlite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.sqlite.state.StateFile.NOON;
import static vn.vam.sqlite.state.StateFile.XUAN_HOA;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.log.Place;
import vn.vam.core.rule.SignalState;
import vn.vam.core.station.DeviceId;

/** That a camera is gone outlives the log that told so. */
class KeepingCamerasThatAreGone {
  private static final SignalState GONE = camera("quay-1", true, 0);

  @TempDir Path folder;
  @AutoClose private StateFile state;

  @BeforeEach
  void open() {
    state = new StateFile(folder);
  }

  private static SignalState camera(String id, boolean gone, long seconds) {
    return new SignalState.OfCamera(
        new SignalState.Camera(XUAN_HOA, new DeviceId(id)), gone, NOON.plusSeconds(seconds));
  }

  private void commit(SignalState... signals) {
    state.desk().commit(Place.of(1), List.of(), List.of(signals), List.of(), NOON);
  }

  @Test
  void it_is_known_after_a_restart() {
    commit(GONE, camera("quay-2", true, 5));
    state.reopen();

    assertThat(state.desk().signals()).containsExactly(GONE, camera("quay-2", true, 5));
  }

  @Test
  void so_is_that_it_is_back() {
    commit(GONE);
    commit(camera("quay-1", false, 60));
    state.reopen();

    assertThat(state.desk().signals()).containsExactly(camera("quay-1", false, 60));
  }
}
