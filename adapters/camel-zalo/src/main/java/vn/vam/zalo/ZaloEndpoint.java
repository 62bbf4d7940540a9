package vn.vam.zalo;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Send messages to citizens through a Zalo Official Account, ask about them, and hear what they do.
 */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "zalo",
    title = "Zalo Official Account",
    syntax = "zalo:operation",
    category = {Category.CHAT, Category.SOCIAL},
    headersClass = ZaloHeaders.class)
public class ZaloEndpoint extends DefaultEndpoint {
  static final String EVENTS = "events";

  @UriPath(
      enums =
          "text,image,list,form,template,zns,upload,article,articleState,userDetail,conversation,events",
      description = "What the platform is asked to do, or events: what it posts is received.")
  @Metadata(required = true)
  private final String operation;

  @UriParam(
      label = "producer",
      defaultValue = "false",
      description =
          "Whether a refusal, an unsent or an unclear message is thrown as a ZaloException instead of standing in the body alone.")
  private boolean throwExceptionOnFailure;

  @UriParam(
      label = "consumer",
      defaultValue = "127.0.0.1",
      description = "The address on which events are received.")
  private String host = "127.0.0.1";

  @UriParam(
      label = "consumer",
      defaultValue = "8088",
      description = "The port on which events are received, 0 for any free one.")
  private int port = 8088;

  @UriParam(
      label = "consumer",
      defaultValue = "/webhooks/zalo",
      description = "The path at which the platform posts events.")
  private String path = "/webhooks/zalo";

  ZaloEndpoint(String uri, ZaloComponent component, String operation) {
    super(uri, component);
    this.operation = operation;
    if (!operation.equals(EVENTS)) {
      Operations.named(operation);
    }
  }

  private ZaloComponent component() {
    return (ZaloComponent) getComponent();
  }

  @Override
  public Producer createProducer() {
    if (operation.equals(EVENTS)) {
      throw new UnsupportedOperationException("zalo:events is where a route begins");
    }
    return new ZaloProducer(this, component().client(), Operations.named(operation));
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    if (!operation.equals(EVENTS)) {
      throw new UnsupportedOperationException(
          "zalo:" + operation + " is a destination; a route begins at zalo:events");
    }
    ZaloConsumer consumer = new ZaloConsumer(this, processor, component().signature());
    configureConsumer(consumer);
    return consumer;
  }

  public String getOperation() {
    return operation;
  }

  public boolean isThrowExceptionOnFailure() {
    return throwExceptionOnFailure;
  }

  public void setThrowExceptionOnFailure(boolean throwExceptionOnFailure) {
    this.throwExceptionOnFailure = throwExceptionOnFailure;
  }

  public String getHost() {
    return host;
  }

  public void setHost(String host) {
    this.host = host;
  }

  public int getPort() {
    return port;
  }

  public void setPort(int port) {
    this.port = port;
  }

  public String getPath() {
    return path;
  }

  public void setPath(String path) {
    this.path = path;
  }
}
