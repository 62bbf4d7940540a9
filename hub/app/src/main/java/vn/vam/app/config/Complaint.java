package vn.vam.app.config;

/**
 * One mistake in the configuration.
 *
 * @param path where it stands, such as {@code rules[0].clear.below}
 * @param expected what should stand there, and what was found where that is no secret
 * @param example a line that would be right
 */
public record Complaint(String path, String expected, String example) {
  @Override
  public String toString() {
    return path + ": " + expected + "\n    for example: " + example;
  }
}
