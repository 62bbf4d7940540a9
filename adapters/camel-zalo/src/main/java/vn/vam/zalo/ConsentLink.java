package vn.vam.zalo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The address an administrator of the Official Account opens to let the application in (PKCE, RFC
 * 7636 with S256).
 *
 * @param uri to open in a browser; holds no secret
 * @param state comes back with the callback; anything else there is not an answer to this link
 * @param verifier to be kept until the callback and handed to {@link Tokens#exchange}
 * @param challenge its SHA-256, as the console wants it when the link is saved there
 */
public record ConsentLink(URI uri, String state, Secret verifier, String challenge) {
  /** A link with a fresh state and verifier. */
  public static ConsentLink create(
      ZaloConfiguration configuration, URI redirectUri, SecureRandom random) {
    return of(configuration, redirectUri, random(random), Secret.of(random(random)));
  }

  /** A link for a state and verifier that are fixed in the console. */
  public static ConsentLink of(
      ZaloConfiguration configuration, URI redirectUri, String state, Secret verifier) {
    String challenge = challenge(verifier);
    String query =
        "/v4/oa/permission?app_id=%s&redirect_uri=%s&code_challenge=%s&state=%s"
            .formatted(
                encoded(configuration.appId()),
                encoded(redirectUri.toString()),
                challenge,
                encoded(state));
    return new ConsentLink(
        PlatformHttp.under(configuration.oauth(), query), state, verifier, challenge);
  }

  /** Whether a callback with this state answers this link. */
  public boolean isAnsweredBy(String callbackState) {
    return MessageDigest.isEqual(utf8(state), utf8(callbackState));
  }

  static String challenge(Secret verifier) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(verifier.bytes()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  private static String random(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
