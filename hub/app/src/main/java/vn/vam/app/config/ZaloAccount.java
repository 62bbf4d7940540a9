package vn.vam.app.config;

import java.net.URI;
import java.util.Optional;
import vn.vam.core.secret.Secret;

/**
 * Who speaks to the messenger's platform, and where it is.
 *
 * @param appSecret signs token requests
 * @param refreshToken the first one, when it was not got by {@code vam zalo login}
 */
public record ZaloAccount(
    URI oauth,
    URI openapi,
    URI business,
    String appId,
    Secret appSecret,
    Optional<Secret> refreshToken) {}
