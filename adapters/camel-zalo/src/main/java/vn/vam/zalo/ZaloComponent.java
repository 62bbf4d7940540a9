package vn.vam.zalo;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;
import vn.vam.zalo.webhook.WebhookSignature;

/**
 * Camel's way to a Zalo Official Account. One component serves one account; secrets are given to it
 * as objects and never in an endpoint's address.
 *
 * <pre>
 * {@code context.addComponent("zalo", new ZaloComponent(configuration, tokenStore, observer));}
 * </pre>
 */
@Component("zalo")
public class ZaloComponent extends DefaultComponent {
  @Metadata(description = "Addresses, application id and secret, and time limits.", required = true)
  private @Nullable ZaloConfiguration configuration;

  @Metadata(description = "Where the tokens of the account are kept.", required = true)
  private @Nullable TokenStore tokenStore;

  @Metadata(description = "Hears how each request ended, for metrics.", label = "advanced")
  private ZaloObserver observer = ZaloObserver.NONE;

  @Metadata(
      label = "consumer",
      description = "The secret key of the console's webhook page; needed by zalo:events alone.")
  private @Nullable Secret webhookSecret;

  private @Nullable PlatformHttp http;
  private @Nullable Tokens tokens;
  private @Nullable ZaloClient client;

  /** For Camel, which calls the setters before it starts the component. */
  public ZaloComponent() {}

  public ZaloComponent(
      ZaloConfiguration configuration, TokenStore tokenStore, ZaloObserver observer) {
    this.configuration = configuration;
    this.tokenStore = tokenStore;
    this.observer = observer;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters)
      throws Exception {
    ZaloEndpoint endpoint = new ZaloEndpoint(uri, this, operation);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  @Override
  protected void doInit() throws Exception {
    super.doInit();
    if (configuration == null || tokenStore == null) {
      throw new IllegalStateException(
          "the zalo component needs a ZaloConfiguration and a TokenStore: "
              + "context.addComponent(\"zalo\", new ZaloComponent(configuration, tokenStore, observer))");
    }
    open(configuration, tokenStore);
  }

  private void open(ZaloConfiguration settings, TokenStore store) {
    http = new PlatformHttp(settings);
    tokens = Tokens.of(settings, store, observer, http);
    client = new ZaloClient(settings, http, tokens, observer);
  }

  @Override
  protected void doShutdown() throws Exception {
    super.doShutdown();
    if (http != null) {
      http.close();
    }
  }

  /**
   * The account's tokens, to show their state, refresh them on a timer, or trade the first
   * consent's code.
   */
  public Tokens tokens() {
    return Objects.requireNonNull(tokens, "the zalo component is not started");
  }

  /**
   * How long until the next request may leave: this second's are used up, or the platform asked for
   * fewer. Zero when one may leave now. Who asks before each request keeps a queue in an order of
   * its own; who does not waits, or gets {@link ZaloResult.NotSent} when that takes too long.
   */
  public Duration untilFree() {
    return client().untilFree();
  }

  ZaloClient client() {
    return Objects.requireNonNull(client, "the zalo component is not started");
  }

  WebhookSignature signature() {
    if (configuration == null || webhookSecret == null) {
      throw new IllegalStateException(
          "zalo:events needs the webhook's secret key: component.setWebhookSecret(Secret.of(key))");
    }
    return new WebhookSignature(configuration.appId(), webhookSecret);
  }

  public @Nullable Secret getWebhookSecret() {
    return webhookSecret;
  }

  public void setWebhookSecret(Secret webhookSecret) {
    this.webhookSecret = webhookSecret;
  }

  public @Nullable ZaloConfiguration getConfiguration() {
    return configuration;
  }

  public void setConfiguration(ZaloConfiguration configuration) {
    this.configuration = configuration;
  }

  public @Nullable TokenStore getTokenStore() {
    return tokenStore;
  }

  public void setTokenStore(TokenStore tokenStore) {
    this.tokenStore = tokenStore;
  }

  public ZaloObserver getObserver() {
    return observer;
  }

  public void setObserver(ZaloObserver observer) {
    this.observer = observer;
  }
}
