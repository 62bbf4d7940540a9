package vn.vam.app.config;

import vn.vam.core.secret.Secret;
import vn.vam.zalo.photo.PhotoHosts;

/**
 * The official account that citizens talk to.
 *
 * @param oaSecret the platform signs webhooks with it; another one than the application's
 * @param perMinute requests a minute, 4,000 by the platform's rule
 * @param photoHosts where photos of citizens may be fetched
 * @param ways beside the chat
 * @param consent how the account's owner lets the hub in
 */
public record ZaloSettings(
    ZaloAccount account,
    Secret oaSecret,
    int perMinute,
    PhotoHosts photoHosts,
    WaysConfig ways,
    ConsentConfig consent) {}
