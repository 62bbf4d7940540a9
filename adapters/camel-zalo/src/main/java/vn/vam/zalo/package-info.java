/**
 * A Camel component that speaks to the Zalo Official Account platform: {@code zalo:text}, {@code
 * zalo:userDetail}.
 *
 * <p>Whoever sends gets a {@link vn.vam.zalo.ZaloResult} in the message body and never an exception
 * for what the platform may say. Tokens are kept by a {@link vn.vam.zalo.TokenStore} the
 * application brings along and refreshed by one locked {@link vn.vam.zalo.Tokens}. The platform's
 * JSON is born and dies inside this package.
 */
@NullMarked
package vn.vam.zalo;

import org.jspecify.annotations.NullMarked;
