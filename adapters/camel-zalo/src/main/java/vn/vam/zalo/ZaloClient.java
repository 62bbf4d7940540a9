package vn.vam.zalo;

import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.zalo.Call.Sendable;
import vn.vam.zalo.PlatformHttp.Outcome;
import vn.vam.zalo.ZaloObserver.Observation;
import vn.vam.zalo.ZaloResult.NotSent;
import vn.vam.zalo.ZaloResult.Refused;
import vn.vam.zalo.ZaloResult.Sent;

/**
 * Carries an operation out: prepare, add the token, send, and once more when the token was no
 * longer valid.
 */
final class ZaloClient {
  private static final Logger LOG = LoggerFactory.getLogger(ZaloClient.class);

  private final ZaloConfiguration configuration;
  private final PlatformHttp http;
  private final Tokens tokens;
  private final ZaloObserver observer;

  ZaloClient(
      ZaloConfiguration configuration, PlatformHttp http, Tokens tokens, ZaloObserver observer) {
    this.configuration = configuration;
    this.http = http;
    this.tokens = tokens;
    this.observer = observer;
  }

  private record Reply(ZaloResult result, OptionalLong rateRemaining) {
    static Reply without(ZaloResult result) {
      return new Reply(result, OptionalLong.empty());
    }
  }

  ZaloResult perform(Operation operation, Message message) throws InvalidPayloadException {
    long start = System.nanoTime();
    Reply reply = reply(operation, operation.prepare(message));
    observe(operation, reply, Duration.ofNanos(System.nanoTime() - start));
    return reply.result();
  }

  private Reply reply(Operation operation, Call call) {
    return switch (call) {
      case Call.Unsendable(Refused refusal) -> Reply.without(refusal);
      case Call.Get get -> send(operation, get);
      case Call.Post post -> send(operation, post);
    };
  }

  private Reply send(Operation operation, Sendable call) {
    TokenState state = tokens.current();
    Reply first = send(operation, call, state);
    boolean tokenRejected =
        first.result() instanceof Refused(var code, var message, var errorClass)
            && errorClass == ErrorClass.REFRESH_ONCE;
    return tokenRejected && state instanceof TokenState.WithPair used
        ? send(operation, call, tokens.replacing(used.pair().accessToken()))
        : first;
  }

  /** How long until the next request may leave; zero when one may now. */
  Duration untilFree() {
    return http.untilFree();
  }

  private Reply send(Operation operation, Sendable call, TokenState state) {
    return switch (state) {
      case TokenState.Usable usable -> send(operation, call, usable.pair().accessToken());
      case TokenState.Fading fading -> send(operation, call, fading.pair().accessToken());
      case TokenState.Unavailable missing -> Reply.without(new NotSent(missing.reason()));
      case TokenState.NeedsConsent lost ->
          Reply.without(new Refused(Refused.LOCAL, lost.reason(), ErrorClass.HUMAN));
    };
  }

  private Reply send(Operation operation, Sendable call, Secret accessToken) {
    HttpRequest.Builder request =
        call.request(configuration).header("access_token", accessToken.reveal());
    if (configuration.appSecretProof()) {
      request.header("appsecret_proof", proof(accessToken));
    }
    Outcome outcome = http.send(request);
    OptionalLong remaining =
        outcome instanceof Outcome.Answered answer ? answer.rateRemaining() : OptionalLong.empty();
    ZaloResult result = Envelope.open(operation, outcome);
    if (result instanceof Refused refused && refused.errorClass() == ErrorClass.BACK_OFF) {
      http.rest();
    }
    return new Reply(result, remaining);
  }

  private String proof(Secret accessToken) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(configuration.appSecret().bytes(), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(accessToken.bytes()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  // A message that is out must be reported as out, whatever its observer thinks of it.
  private void observe(Operation operation, Reply reply, Duration took) {
    try {
      observer.observed(
          new Observation(
              operation.name(),
              reply.result().outcome(),
              took,
              reply.rateRemaining(),
              reply.result() instanceof Sent sent ? sent.quota() : Optional.empty()));
    } catch (RuntimeException broken) {
      LOG.warn("zalo observer failed operation={}", operation.name(), broken);
    }
  }
}
