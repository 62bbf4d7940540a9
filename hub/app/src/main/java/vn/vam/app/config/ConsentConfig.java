package vn.vam.app.config;

import java.net.URI;
import java.util.Optional;
import vn.vam.core.secret.Secret;

/**
 * How the account's owner lets the hub in.
 *
 * @param callback where the messenger sends the owner back to; absent for the console's own address
 * @param state where the developer console fixes it; else a fresh one each time
 * @param verifier of PKCE, where the developer console fixes its challenge; else a fresh one
 */
public record ConsentConfig(
    Optional<URI> callback, Optional<String> state, Optional<Secret> verifier) {
  public static final ConsentConfig STANDARD =
      new ConsentConfig(Optional.empty(), Optional.empty(), Optional.empty());
}
