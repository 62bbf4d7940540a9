package vn.vam.app.hub;

import java.time.Clock;
import vn.vam.app.config.ZaloAccount;
import vn.vam.sqlite.state.TokenTable;
import vn.vam.zalo.RequestRate;
import vn.vam.zalo.Secret;
import vn.vam.zalo.ZaloComponent;
import vn.vam.zalo.ZaloConfiguration;
import vn.vam.zalo.ZaloObserver;

/** Camel components for accounts of the messenger. */
public final class ZaloAccounts {
  private ZaloAccounts() {}

  public static ZaloComponent component(
      ZaloAccount account,
      RequestRate rate,
      TokenTable tokens,
      ZaloObserver observer,
      Clock clock) {
    return new ZaloComponent(
        configuration(account).withRate(rate),
        new ZaloTokens(tokens, account.refreshToken(), clock),
        observer);
  }

  static ZaloConfiguration configuration(ZaloAccount account) {
    return ZaloConfiguration.of(account.appId(), Secret.of(account.appSecret().reveal()))
        .at(account.oauth(), account.openapi(), account.business());
  }
}
