package vn.vam.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryAdaptersFolder {
  @TempDir private Path secrets = Path.of("");

  static Stream<Path> adapters() {
    return Tree.folders("adapters").stream().map(Tree.root()::relativize);
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void has_a_readme_with_the_same_headings(Path adapter) {
    assertThat(Tree.read(Tree.root().resolve(adapter).resolve("README.md")).lines())
        .filteredOn(line -> line.startsWith("## "))
        .containsExactly(
            "## What it connects", "## Settings", "## In and out", "## When it fails", "## Try it");
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void has_a_sample_that_the_hub_reads(Path adapter) {
    Sample sample = sample(adapter);

    assertThat(sample.tree().size()).isPositive();
    assertThatCode(sample::load).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void shows_settings_that_may_all_be_set(Path adapter) {
    assertThatCode(sample(adapter).withDefaults().withExamples()::load).doesNotThrowAnyException();
  }

  private Sample sample(Path adapter) {
    return Sample.of(Tree.root().resolve(adapter).resolve("sample.yaml"), secrets);
  }
}
