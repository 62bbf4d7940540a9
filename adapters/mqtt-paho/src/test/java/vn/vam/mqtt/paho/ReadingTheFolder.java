package vn.vam.mqtt.paho;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
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
  void the_sample_makes_a_source() throws IOException {
    JsonNode source =
        new YAMLMapper().readTree(Path.of("sample.yaml").toFile()).path("sources").path(0);

    assertThat(source.path("id").asText()).isEqualTo("native");
    assertThat(Sources.at(URI.create(source.path("broker").asText())).address())
        .isEqualTo("tcp://127.0.0.1:1883");
    assertThat(source.path("filters")).extracting(JsonNode::asText).contains(Sources.FILTER);
  }
}
