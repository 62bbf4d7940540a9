package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.vam.app.endtoend.DyingHub.ALERT;
import static vn.vam.app.endtoend.DyingHub.CHAT;
import static vn.vam.app.endtoend.DyingHub.patiently;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of telling two hundred people of one alert, twice. */
class TheHubIsKilledWhileTellingMany {
  private static final int PEOPLE = 200;

  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Test
  void everybody_is_told_once_or_it_is_counted_that_nobody_knows() {
    DyingHub hub =
        DyingHub.startIn(
            folder,
            opened,
            yaml -> yaml.replace("\nzalo:\n", "\nzalo:\n  requests_per_minute: 30000\n"));
    List<String> people = IntStream.range(0, PEOPLE).mapToObj(one -> "c-" + one).toList();
    people.parallelStream().map(hub.phone::of).forEach(one -> one.say("nhận cảnh báo Xuân Hòa"));
    patiently().until(() -> hub.messagesWith("Đã ghi nhận").size() == PEOPLE);
    patiently().until(() -> hub.door.deliveries("waiting") == 0);
    hub.order("slow", 2 * PEOPLE, CHAT, JsonObject.of("ms", 200));

    hub.breach();
    for (int told : List.of(PEOPLE / 4, PEOPLE / 2)) {
      patiently().until(() -> hub.messagesWith(ALERT).size() >= told);
      hub.dies();
      hub.comesBack();
    }

    hub.untilSettled(ALERT, PEOPLE);
    List<String> told = hub.messagesWith(ALERT);
    assertThat(told).doesNotHaveDuplicates();
    assertThat(told.size() + hub.door.deliveries("unclear")).isGreaterThanOrEqualTo(PEOPLE);
    assertThat(hub.door.deliveries("undeliverable")).isZero();
    assertThat(hub.door.alerts()).hasSize(1);
  }
}
