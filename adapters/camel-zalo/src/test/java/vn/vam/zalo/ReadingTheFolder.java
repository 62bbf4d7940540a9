package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
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
  void the_readme_names_the_class_of_every_error_code() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    IntStream.rangeClosed(-999, -1)
        .filter(code -> ErrorCodes.OFFICIAL_ACCOUNT.classOf(code) != ErrorClass.UNKNOWN)
        .forEach(
            code ->
                assertThat(readme.lines())
                    .anyMatch(
                        line ->
                            line.startsWith("| `" + ErrorCodes.OFFICIAL_ACCOUNT.classOf(code))
                                && line.matches(".* " + code + "[ ,].*")));
  }

  @Test
  void the_sample_makes_a_configuration() throws IOException {
    JsonNode zalo = new YAMLMapper().readTree(Path.of("sample.yaml").toFile()).path("zalo");

    ZaloConfiguration configuration =
        ZaloConfiguration.of(
                zalo.path("app_id").asText(), Secret.of(zalo.path("app_secret").asText()))
            .at(base(zalo, "oauth_url"), base(zalo, "openapi_url"), base(zalo, "business_url"));

    assertThat(configuration.oauth()).isEqualTo(ZaloConfiguration.OAUTH);
    assertThat(configuration.openApi()).isEqualTo(ZaloConfiguration.OPEN_API);
    assertThat(configuration.business()).isEqualTo(ZaloConfiguration.BUSINESS);
  }

  private static URI base(JsonNode zalo, String setting) {
    return URI.create(zalo.path(setting).asText());
  }
}
