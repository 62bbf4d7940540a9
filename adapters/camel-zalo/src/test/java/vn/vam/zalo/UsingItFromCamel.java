package vn.vam.zalo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.vam.zalo.Platform.SENT;
import static vn.vam.zalo.Platform.TEXT;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.junit.jupiter.api.Test;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;
import vn.vam.zalo.ZaloResult.Unclear;

class UsingItFromCamel {
  /** What a route of anybody's looks like. */
  private static final class TideNewsRoute extends RouteBuilder {
    @Override
    public void configure() {
      from("direct:tide-news")
          .routeId("tide-news")
          .setHeader(ZaloHeaders.USER_ID, constant("2512523625412515"))
          .to("zalo:text")
          .choice()
          .when(body().isInstanceOf(Sent.class))
          .to("mock:told")
          .when(body().isInstanceOf(NotSent.class))
          .to("mock:again")
          .when(body().isInstanceOf(Unclear.class))
          .to("mock:look-into")
          .otherwise()
          .to("mock:give-up");
    }
  }

  @Test
  void a_route_sends_and_decides_by_the_result() throws Exception {
    try (Hub hub = new Hub()) {
      hub.platform.on(TEXT, SENT, Platform.error(-213, "not following"), FakePlatform.Reply.cut());
      hub.context.addRoutes(new TideNewsRoute());

      for (int i = 0; i < 3; i++) {
        hub.template().sendBody("direct:tide-news", "Nước lớn lúc 5 giờ");
      }

      expect(hub, "mock:told", 1);
      expect(hub, "mock:give-up", 1);
      expect(hub, "mock:look-into", 1);
      expect(hub, "mock:again", 0);
    }
  }

  private static void expect(Hub hub, String address, int count) throws InterruptedException {
    MockEndpoint mock = hub.context.getEndpoint(address, MockEndpoint.class);
    mock.expectedMessageCount(count);
    mock.assertIsSatisfied();
  }

  @Test
  void the_scheme_is_found_on_the_class_path_and_settings_are_plain_properties() throws Exception {
    try (FakePlatform platform = new FakePlatform().on(TEXT, SENT);
        DefaultCamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("configuration", Platform.configuration(platform));
      context.getRegistry().bind("store", MemoryStore.with(Platform.pair("access-1", "refresh-1")));
      ZaloComponent found = (ZaloComponent) context.getComponent("zalo", true, false);
      PropertyBindingSupport.bindProperties(
          context,
          found,
          new HashMap<>(
              Map.of("configuration", "#bean:configuration", "tokenStore", "#bean:store")));
      context.start();

      assertThat(
              context
                  .createProducerTemplate()
                  .requestBody("zalo:text", TextMessage.of("u1", "xin chào")))
          .isInstanceOf(Sent.class);
    }
  }

  @Test
  void without_configuration_it_says_what_is_missing() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      context.start();

      assertThatThrownBy(() -> context.getEndpoint("zalo:text"))
          .hasStackTraceContaining("needs a ZaloConfiguration and a TokenStore");
    }
  }

  @Test
  void an_unknown_operation_is_answered_with_the_known_ones() {
    try (Hub hub = new Hub()) {
      assertThatThrownBy(() -> hub.context.getEndpoint("zalo:shout"))
          .hasStackTraceContaining("known: [text, image, list, form, template, zns, ");
    }
  }

  @Test
  void an_operation_cannot_stand_at_the_start_of_a_route() {
    try (Hub hub = new Hub()) {
      assertThatThrownBy(() -> hub.context.getEndpoint("zalo:text").createConsumer(exchange -> {}))
          .hasMessageContaining("zalo:events");
    }
  }

  @Test
  void a_body_of_the_wrong_kind_is_a_mistake_in_the_route() {
    try (Hub hub = new Hub()) {
      assertThatThrownBy(() -> hub.template().requestBody("zalo:text", (Object) null))
          .isInstanceOf(CamelExecutionException.class)
          .hasCauseInstanceOf(InvalidPayloadException.class);
    }
  }

  @Test
  void plain_text_without_a_recipient_is_refused() {
    try (Hub hub = new Hub()) {
      assertThat(hub.template().requestBody("zalo:text", "xin chào")).isInstanceOf(Refused.class);
    }
  }

  @Test
  void an_observer_that_fails_does_not_unsend_a_message() throws Exception {
    try (FakePlatform platform = new FakePlatform().on(TEXT, SENT);
        DefaultCamelContext context = new DefaultCamelContext()) {
      context.addComponent(
          "zalo",
          new ZaloComponent(
              Platform.configuration(platform),
              MemoryStore.with(Platform.pair("access-1", "refresh-1")),
              seen -> {
                throw new IllegalStateException("metrics are broken");
              }));
      context.start();

      assertThat(
              context
                  .createProducerTemplate()
                  .requestBody("zalo:text", TextMessage.of("u1", "xin chào")))
          .isInstanceOf(Sent.class);
    }
  }
}
