package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ASecondHub {
  @TempDir Path folder;
  @AutoClose private final Opened opened = new Opened();

  @Test
  void on_the_same_folder_is_refused_and_the_first_goes_on() throws Exception {
    Servers servers = Servers.startIn(folder, opened);
    Path config = servers.config();
    opened.add(HubHere.start(config));

    assertThatIllegalStateException()
        .isThrownBy(() -> HubHere.start(config).close())
        .withMessageContaining("another hub works on the state folder");

    servers.phone().follow();
    servers.phone().hears("Xin chào");
  }
}
