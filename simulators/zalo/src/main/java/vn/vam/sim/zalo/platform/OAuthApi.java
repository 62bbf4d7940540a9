package vn.vam.sim.zalo.platform;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.ZaloSimulatorConfig;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;

/** {@code POST /v4/oa/access_token}: a code or a refresh token becomes a pair. */
final class OAuthApi {
  private final ZaloSimulatorConfig config;
  private final Tokens tokens;
  private final Consents consents;
  private final Switches switches;

  OAuthApi(ZaloSimulatorConfig config, Tokens tokens, Consents consents, Switches switches) {
    this.switches = switches;
    this.config = config;
    this.tokens = tokens;
    this.consents = consents;
  }

  void answer(RoutingContext call) {
    MultiMap form = call.request().formAttributes();
    if (!config.appId().equals(form.get("app_id"))) {
      refuse(call, -14002, "Invalid app id.");
    } else if (!config.appSecret().value().equals(call.request().getHeader("secret_key"))) {
      refuse(call, -switches.value(Switch.APP_SECRET_CODE), "Invalid secret key.");
    } else {
      grant(call, form);
    }
  }

  private void grant(RoutingContext call, MultiMap form) {
    switch (text(form, "grant_type")) {
      case "authorization_code" -> exchange(call, form);
      case "refresh_token" -> refresh(call, form);
      default -> refuse(call, -switches.value(Switch.GRANT_TYPE_CODE), "Invalid grant type.");
    }
  }

  private void exchange(RoutingContext call, MultiMap form) {
    switch (consents.redeem(text(form, "code"), text(form, "code_verifier"))) {
      case GOOD -> issue(call, tokens.issue());
      case UNKNOWN_CODE ->
          refuse(call, -switches.value(Switch.CONSENT_CODE), "Invalid authorization code.");
      case WRONG_VERIFIER ->
          refuse(call, -switches.value(Switch.VERIFIER_CODE), "Invalid code verifier.");
    }
  }

  private void refresh(RoutingContext call, MultiMap form) {
    switch (tokens.refresh(text(form, "refresh_token"))) {
      case Tokens.Refreshed.Issued issued -> issue(call, issued.pair());
      case Tokens.Refreshed.AlreadyUsed used -> refuseUsed(call);
      case Tokens.Refreshed.Unknown unknown -> refuseUnknown(call);
    }
  }

  private void refuseUsed(RoutingContext call) {
    if (switches.isOn(Switch.USED_REFRESH_EMPTY)) Answers.send(call, Buffer.buffer());
    else refuseUnknown(call);
  }

  private static void refuseUnknown(RoutingContext call) {
    refuse(call, -14014, "Invalid refresh token.");
  }

  private static void issue(RoutingContext call, Tokens.Pair pair) {
    Answers.send(
        call,
        Json.write(
            Json.object()
                .put("access_token", pair.access().value())
                .put("refresh_token", pair.refresh().value())
                .put("expires_in", Long.toString(pair.lifetime().toSeconds()))));
  }

  private static void refuse(RoutingContext call, int code, String name) {
    Answers.send(
        call,
        Json.write(
            Json.object()
                .put("error", code)
                .put("error_name", name)
                .put("error_reason", name)
                .put("error_description", name)
                .put("ref_doc", "")
                .put("message", "")));
  }

  private static String text(MultiMap form, String field) {
    return Objects.requireNonNullElse(form.get(field), "");
  }
}
