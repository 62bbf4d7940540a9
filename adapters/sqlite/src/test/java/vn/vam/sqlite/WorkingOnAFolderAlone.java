package vn.vam.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingOnAFolderAlone {
  @TempDir Path folder;

  @Test
  void a_second_hub_is_refused_and_told_what_to_do() throws Exception {
    try (FolderLock first = FolderLock.take(folder)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> FolderLock.take(folder).close())
          .withMessageContaining(folder.toString())
          .withMessageContaining("stop it first");
    }
  }

  @Test
  void the_next_one_works_on_it_when_the_first_has_ended() throws Exception {
    FolderLock.take(folder).close();

    assertThatCode(() -> FolderLock.take(folder).close()).doesNotThrowAnyException();
  }

  @Test
  void a_folder_that_cannot_be_used_is_named() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> FolderLock.take(missing).close())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }
}
