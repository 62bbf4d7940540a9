package vn.vam.zalo;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import vn.vam.zalo.ZaloObserver.Observation;

/** A Camel context with the component in it, pointed at a fake platform. */
final class Hub implements AutoCloseable {
  final FakePlatform platform = new FakePlatform();
  final List<Observation> observed = new CopyOnWriteArrayList<>();
  final MemoryStore store;
  final CamelContext context = new DefaultCamelContext();
  final ZaloComponent component;
  private final ProducerTemplate template;

  Hub() {
    this(MemoryStore.with(Platform.pair("access-1", "refresh-1")), false);
  }

  Hub(MemoryStore store, boolean proof) {
    this(store, settings -> settings.withAppSecretProof(proof));
  }

  Hub(RequestRate rate) {
    this(
        MemoryStore.with(Platform.pair("access-1", "refresh-1")),
        settings -> settings.withRate(rate));
  }

  /** Asks there instead of the fake platform. */
  static Hub at(URI elsewhere) {
    return new Hub(
        MemoryStore.with(Platform.pair("access-1", "refresh-1")),
        settings -> settings.at(elsewhere, elsewhere, elsewhere));
  }

  private Hub(MemoryStore store, UnaryOperator<ZaloConfiguration> change) {
    this.store = store;
    this.component =
        new ZaloComponent(change.apply(Platform.configuration(platform)), store, observed::add);
    context.addComponent("zalo", component);
    context.start();
    template = context.createProducerTemplate();
  }

  ZaloResult send(TextMessage message) {
    return template.requestBody("zalo:text", message, ZaloResult.class);
  }

  ZaloResult send(String text) {
    return send(TextMessage.of("2512523625412515", text));
  }

  ZaloResult ask(String userId) {
    return template.requestBody("zalo:userDetail", userId, ZaloResult.class);
  }

  ProducerTemplate template() {
    return template;
  }

  @Override
  public void close() {
    platform.close();
    context.stop();
  }
}
