package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CatalogCamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The catalogue entry that Camel's tools read, beside the code it describes. */
class DescribingItself {
  private static final Set<String> INHERITED =
      Set.of("bridgeErrorHandler", "exceptionHandler", "exchangePattern", "lazyStartProducer");

  private static JsonNode entry() throws IOException {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.start();
      String schema = ((CatalogCamelContext) context).getComponentParameterJsonSchema("zalo");
      return new ObjectMapper().readTree(schema);
    }
  }

  @Test
  void the_entry_is_found_and_names_the_endpoint() throws IOException {
    assertThat(entry().at("/component/scheme").asText()).isEqualTo("zalo");
    assertThat(entry().at("/component/syntax").asText()).isEqualTo("zalo:operation");
    assertThat(entry().at("/component/producerOnly").asBoolean()).isFalse();
  }

  @Test
  void it_lists_every_operation_there_is() throws IOException {
    List<String> listed =
        new ObjectMapper()
            .convertValue(entry().at("/properties/operation/enum"), List.class).stream()
                .map(Object::toString)
                .toList();

    assertThat(listed).contains(ZaloEndpoint.EVENTS).hasSize(Operations.names().size() + 1);
    assertThat(listed).containsAll(Operations.names());
  }

  @Test
  void it_lists_every_option_the_endpoint_takes() throws IOException {
    Set<String> listed = new TreeSet<>();
    entry().path("properties").fieldNames().forEachRemaining(listed::add);
    listed.removeAll(INHERITED);

    assertThat(listed)
        .containsExactlyInAnyOrder("operation", "throwExceptionOnFailure", "host", "port", "path");
  }

  @Test
  void it_lists_what_the_component_is_given() throws IOException {
    Set<String> listed = new TreeSet<>();
    entry().path("componentProperties").fieldNames().forEachRemaining(listed::add);

    assertThat(listed).contains("configuration", "tokenStore", "observer", "webhookSecret");
  }

  @Test
  void it_lists_the_headers() throws IOException {
    Set<String> listed = new TreeSet<>();
    entry().path("headers").fieldNames().forEachRemaining(listed::add);

    assertThat(listed).containsExactlyInAnyOrder(ZaloHeaders.USER_ID, ZaloHeaders.EVENT);
  }
}
