package vn.vam.sim.zalo;

/**
 * A value that must not be printed.
 *
 * @param value 1 to 2048 characters, none of them a control character
 */
public record Secret(String value) {
  public Secret {
    if (value.isEmpty()
        || value.length() > 2048
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a secret has 1 to 2048 printable characters");
    }
  }

  @Override
  public String toString() {
    return "••••••";
  }
}
