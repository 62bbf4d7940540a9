package vn.vam.sim.zalo.platform;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.fault.FaultKind;
import vn.vam.sim.zalo.fault.Faults;

/**
 * What every platform call meets first: the rate limit, ordered trouble, and the question for its
 * token.
 */
final class Gate {
  private static final int SLOW_MS = 5000;
  private final RateLimit rate;
  private final Faults faults;
  private final Tokens tokens;
  private final Switches switches;

  Gate(RateLimit rate, Faults faults, Tokens tokens, Switches switches) {
    this.switches = switches;
    this.rate = rate;
    this.faults = faults;
    this.tokens = tokens;
  }

  /** For the account's API. */
  void admit(RoutingContext call) {
    if (rate.count() && !isFaulty(call, FaultKind.RATE_LIMIT)) {
      showRate(call, rate.remaining());
      if (survivesTheNetwork(call)) checkToken(call);
    } else {
      showRate(call, 0);
      Answers.refuse(call, Refusal.TOO_MANY_REQUESTS);
    }
  }

  /** For the token endpoint, which needs no token and has no rate. */
  void admitToOAuth(RoutingContext call) {
    if (survivesTheNetwork(call)) proceed(call);
  }

  private boolean survivesTheNetwork(RoutingContext call) {
    if (isFaulty(call, FaultKind.HTTP_500)) {
      call.response().setStatusCode(500).putHeader("Content-Type", "text/html");
      call.response().end("<html><body><h1>Internal Server Error</h1></body></html>");
      return false;
    }
    if (isFaulty(call, FaultKind.CUT_BEFORE_ACCEPT)) {
      Answers.cut(call);
      return false;
    }
    return true;
  }

  private void checkToken(RoutingContext call) {
    switch (worth(call)) {
      case IN_FORCE -> proceed(call);
      case EXPIRED_OR_REMOVED -> refuseToken(call, dead());
      case UNKNOWN -> refuseToken(call, Refusal.TOKEN_INVALID);
    }
  }

  private Refusal dead() {
    return switches.value(Switch.DEAD_TOKEN_CODE) == -Refusal.TOKEN_INVALID.code()
        ? Refusal.TOKEN_INVALID
        : Refusal.TOKEN_EXPIRED;
  }

  /** The business host has one code for both. */
  private static void refuseToken(RoutingContext call, Refusal refusal) {
    boolean business = call.request().path().startsWith("/message/");
    Answers.refuse(call, business ? Refusal.ZNS_TOKEN : refusal);
  }

  private Tokens.Worth worth(RoutingContext call) {
    String token =
        call.request().headers().contains("access_token")
            ? call.request().getHeader("access_token")
            : "";
    Tokens.Worth worth = tokens.worth(token);
    if (worth != Tokens.Worth.IN_FORCE || !isFaulty(call, FaultKind.EXPIRE_TOKEN)) return worth;
    tokens.kill();
    return tokens.worth(token);
  }

  private void proceed(RoutingContext call) {
    Optional<Faults.Fault> refused = take(call, FaultKind.REFUSE);
    if (refused.isPresent()) {
      Answers.refuse(call, Refusal.ordered(refused.get().code()));
      return;
    }
    if (isFaulty(call, FaultKind.CUT_AFTER_ACCEPT)) Answers.cutLater(call);
    take(call, FaultKind.SLOW)
        .ifPresent(slow -> Answers.slowDown(call, slow.ms() > 0 ? slow.ms() : SLOW_MS));
    call.next();
  }

  private boolean isFaulty(RoutingContext call, FaultKind kind) {
    return take(call, kind).isPresent();
  }

  private Optional<Faults.Fault> take(RoutingContext call, FaultKind kind) {
    String path = call.request().path();
    return isOrdinary(call, kind, path) ? faults.take(kind, path) : faults.takeNamed(kind, path);
  }

  /**
   * Cuts are meant for sends and everything else for the API, unless the fault names another path.
   */
  private static boolean isOrdinary(RoutingContext call, FaultKind kind, String path) {
    boolean sends =
        call.request().method() == HttpMethod.POST
            && (path.contains("/oa/message") || path.startsWith("/message/"));
    return switch (kind) {
      case CUT_AFTER_ACCEPT, CUT_BEFORE_ACCEPT, REFUSE -> sends;
      case EXPIRE_TOKEN, RATE_LIMIT, HTTP_500, SLOW -> !path.startsWith("/v4/");
      case DROP_WEBHOOK, DUPLICATE_WEBHOOK, REORDER_WEBHOOK -> false;
    };
  }

  private void showRate(RoutingContext call, int remaining) {
    call.response().putHeader("X-RateLimit-Limit", Integer.toString(rate.limit()));
    call.response().putHeader("X-RateLimit-Remain", Integer.toString(remaining));
  }
}
