package vn.vam.zalo;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Send messages to citizens through a Zalo Official Account, and ask about them. */
@UriEndpoint(
    firstVersion = "0.1.0",
    scheme = "zalo",
    title = "Zalo Official Account",
    syntax = "zalo:operation",
    producerOnly = true,
    category = {Category.CHAT, Category.SOCIAL},
    headersClass = ZaloHeaders.class)
public class ZaloEndpoint extends DefaultEndpoint {
  @UriPath(
      enums = "text,userDetail,conversation",
      description = "What the platform is asked to do.")
  @Metadata(required = true)
  private final String operation;

  private final Operation asked;

  ZaloEndpoint(String uri, ZaloComponent component, String operation) {
    super(uri, component);
    this.operation = operation;
    this.asked = Operations.named(operation);
  }

  public String getOperation() {
    return operation;
  }

  @Override
  public Producer createProducer() {
    return new ZaloProducer(this, ((ZaloComponent) getComponent()).client(), asked);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("zalo: is a destination; events arrive by webhook");
  }
}
