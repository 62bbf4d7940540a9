package vn.vam.zalo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A token, key or verifier that prints as a row of dots, wherever it ends up being printed. */
public final class Secret {
  private static final int MAX_LENGTH = 8192;

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * @param value 1 to 8192 printable ASCII characters, as headers and form fields can carry them
   * @throws IllegalArgumentException for anything else; the message does not repeat the value
   */
  public static Secret of(String value) {
    if (!isAcceptable(value)) {
      throw new IllegalArgumentException("a secret must be 1 to 8192 printable ASCII characters");
    }
    return new Secret(value);
  }

  /** Whether {@link #of} takes it. */
  public static boolean isAcceptable(String value) {
    return !value.isEmpty()
        && value.length() <= MAX_LENGTH
        && value.chars().allMatch(character -> character > ' ' && character < 127);
  }

  /** The value itself, for the one place that hands it to the platform or to disk. */
  public String reveal() {
    return value;
  }

  byte[] bytes() {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "••••••";
  }
}
