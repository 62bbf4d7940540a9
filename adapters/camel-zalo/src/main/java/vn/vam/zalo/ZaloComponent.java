package vn.vam.zalo;

import java.util.Map;
import java.util.Objects;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

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
  protected Endpoint createEndpoint(String uri, String operation, Map<String, Object> parameters) {
    return new ZaloEndpoint(uri, this, operation);
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

  ZaloClient client() {
    return Objects.requireNonNull(client, "the zalo component is not started");
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
