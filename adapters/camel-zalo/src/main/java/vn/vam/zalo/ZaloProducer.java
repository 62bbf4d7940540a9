package vn.vam.zalo;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;

/** Replaces the message's body by the {@link ZaloResult}. */
final class ZaloProducer extends DefaultProducer {
  private final ZaloEndpoint endpoint;
  private final ZaloClient client;
  private final Operation operation;

  ZaloProducer(ZaloEndpoint endpoint, ZaloClient client, Operation operation) {
    super(endpoint);
    this.endpoint = endpoint;
    this.client = client;
    this.operation = operation;
  }

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException, ZaloException {
    ZaloResult result = client.perform(operation, exchange.getMessage());
    exchange.getMessage().setBody(result);
    if (endpoint.isThrowExceptionOnFailure()) {
      ZaloException.throwIfFailed(result);
    }
  }
}
