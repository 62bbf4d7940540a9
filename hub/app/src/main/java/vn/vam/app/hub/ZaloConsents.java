package vn.vam.app.hub;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import vn.vam.app.config.ConsentConfig;
import vn.vam.runtime.web.ConsentDesk;
import vn.vam.zalo.ConsentLink;
import vn.vam.zalo.Grant;
import vn.vam.zalo.Secret;
import vn.vam.zalo.ZaloConfiguration;

/** Consent links that are open, and the trade of what comes back for tokens. */
final class ZaloConsents implements ConsentDesk {
  private static final int MOST_LINKS = 20;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final Supplier<ConsentLink> links;
  private final URI callback;
  private final BiFunction<Secret, Secret, Grant> exchange;
  private final Clock clock;
  private final Map<String, Asked> asked = new LinkedHashMap<>();

  private record Asked(ConsentLink link, Instant at, Standing standing) {}

  /**
   * @param callback where the messenger sends people back to
   * @param exchange trades code and verifier for tokens and keeps them
   */
  ZaloConsents(
      ZaloConfiguration zalo,
      ConsentConfig consent,
      URI callback,
      BiFunction<Secret, Secret, Grant> exchange,
      Clock clock) {
    this.callback = callback;
    this.exchange = exchange;
    this.clock = clock;
    SecureRandom random = new SecureRandom();
    this.links = () -> link(zalo, consent, callback, random);
  }

  private static ConsentLink link(
      ZaloConfiguration zalo, ConsentConfig consent, URI callback, SecureRandom random) {
    ConsentLink fresh = ConsentLink.create(zalo, callback, random);
    return ConsentLink.of(
        zalo,
        callback,
        consent.state().orElse(fresh.state()),
        consent.verifier().map(fixed -> Secret.of(fixed.reveal())).orElse(fresh.verifier()));
  }

  @Override
  public synchronized Link open() {
    ConsentLink link = links.get();
    forgetOld();
    asked.put(link.state(), new Asked(link, clock.instant(), new Standing.Waiting()));
    return new Link(link.uri(), link.state(), link.challenge(), callback);
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(LIFE);
    asked.values().removeIf(link -> link.at().isBefore(oldest));
    List<String> byAge = new ArrayList<>(asked.keySet());
    byAge.stream().limit(Math.max(0, byAge.size() - MOST_LINKS + 1)).forEach(asked::remove);
  }

  @Override
  public synchronized Standing standing(String state) {
    forgetOld();
    Asked link = asked.get(state);
    return link == null ? new Standing.Unknown() : link.standing();
  }

  /** One at a time: a code works once, and a browser may ask twice. */
  @Override
  public synchronized Standing answered(String state, String code) {
    forgetOld();
    Asked link = asked.get(state);
    if (link == null) {
      return new Standing.Unknown();
    }
    if (!(link.standing() instanceof Standing.Waiting) || !Secret.isAcceptable(code)) {
      return link.standing();
    }
    Standing traded = traded(exchange.apply(Secret.of(code), link.link().verifier()));
    asked.put(state, new Asked(link.link(), link.at(), traded));
    return traded;
  }

  private static Standing traded(Grant grant) {
    return switch (grant) {
      case Grant.Granted granted -> new Standing.Granted();
      case Grant.Gone gone -> new Standing.Refused(gone.reason());
      case Grant.Failed failed -> new Standing.Refused(failed.reason());
    };
  }
}
