package vn.vam.app.config;

import java.net.URI;
import java.util.Optional;
import vn.vam.core.secret.Secret;

/**
 * The official account.
 *
 * @param appSecret signs token requests
 * @param oaSecret the platform signs webhooks with it; another one than the app's
 * @param refreshToken the first one, when it was not got by {@code vam zalo login}
 * @param perMinute requests a minute, 4,000 by the platform's rule
 */
public record ZaloSettings(
    URI oauth,
    URI openapi,
    URI business,
    String appId,
    Secret appSecret,
    Secret oaSecret,
    Optional<Secret> refreshToken,
    int perMinute) {}
