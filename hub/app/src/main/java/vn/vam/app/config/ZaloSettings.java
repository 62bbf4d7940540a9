package vn.vam.app.config;

import vn.vam.core.secret.Secret;
import vn.vam.zalo.RequestRate;
import vn.vam.zalo.photo.PhotoHosts;

/**
 * The official account that citizens talk to.
 *
 * @param oaSecret the platform signs webhooks with it; another one than the application's
 * @param rate requests a minute, 4,000 by the platform's rule, and the rest after too many
 * @param photoHosts where photos of citizens may be fetched
 * @param ways beside the chat
 * @param consent how the account's owner lets the hub in
 */
public record ZaloSettings(
    ZaloAccount account,
    Secret oaSecret,
    RequestRate rate,
    PhotoHosts photoHosts,
    WaysConfig ways,
    ConsentConfig consent) {}
