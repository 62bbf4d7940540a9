package vn.vam.mqtt.artemis;

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
  void the_sample_makes_a_configuration() throws IOException {
    JsonNode sample = new YAMLMapper().readTree(Path.of("sample.yaml").toFile());
    JsonNode state = sample.path("state");

    EmbeddedBrokerConfig config =
        EmbeddedBrokerConfig.on(
            state.path("broker_port").asInt(), Path.of(state.path("directory").asText()));

    assertThat(sample.path("sources").path(0).path("broker").asText()).isEqualTo("embedded");
    assertThat(config)
        .isEqualTo(new EmbeddedBrokerConfig("127.0.0.1", 1883, Path.of("/var/lib/vam"), 98));
  }
}
