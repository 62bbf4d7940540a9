package vn.vam.app.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vam.core.message.Payload;

class KeepingDescriptionsOnDisk {
  private static final String PROBE = "homie/5/xuan-hoa-1";
  private static final Payload FIRST = Payload.ofText("{\"nodes\":{}}");
  private static final Payload SECOND = Payload.ofText("{\n\"name\":\"Xuân Hòa\"}");

  @TempDir Path folder;

  private DescriptionFiles files() {
    return new DescriptionFiles(folder.resolve("homie"));
  }

  @Test
  void what_is_kept_is_there_after_a_restart_the_last_of_each_device() {
    files().keep(PROBE, FIRST);
    files().keep(PROBE, SECOND);
    files().keep("homie/5/other", FIRST);

    assertThat(files().kept()).isEqualTo(Map.of(PROBE, SECOND, "homie/5/other", FIRST));
  }

  @Test
  void what_is_forgotten_is_not() {
    files().keep(PROBE, FIRST);
    files().forget(PROBE);
    files().forget("homie/5/nobody");

    assertThat(files().kept()).isEmpty();
  }

  @Test
  void a_file_that_is_none_of_these_or_was_not_finished_is_passed_over() throws IOException {
    files().keep(PROBE, FIRST);
    Files.writeString(folder.resolve("homie/a.description"), "no line ends here");
    Files.writeString(folder.resolve("homie/b.description.new"), PROBE + "\n{}");

    assertThat(files().kept()).isEqualTo(Map.of(PROBE, FIRST));
  }
}
