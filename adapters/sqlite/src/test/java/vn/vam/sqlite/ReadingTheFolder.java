package vn.vam.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadingTheFolder {
  @Test
  void the_readme_has_the_headings_of_every_adapter() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md")))
        .filteredOn(line -> line.startsWith("## "))
        .containsExactly(
            "## What it connects", "## Settings", "## In and out", "## When it fails", "## Try it");
  }

  @Test
  void the_sample_holds_the_sections_the_readme_shows() throws IOException {
    String sample = Files.readString(Path.of("sample.yaml"));
    String settings = sample.substring(sample.indexOf("log:"));

    assertThat(Files.readString(Path.of("README.md"))).contains("```yaml\n" + settings + "```");
  }

  @Test
  void the_sample_names_the_sections_of_the_configuration() throws IOException {
    JsonNode sample = new YAMLMapper().readTree(Path.of("sample.yaml").toFile());

    assertThat(sample.fieldNames()).toIterable().containsExactly("log", "store", "state");
    assertThat(sample.at("/store/kind").asText()).isEqualTo("embedded");
    assertThat(sample.at("/state/directory").asText()).isEqualTo("/var/lib/vam");
  }
}
