package vn.vam.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills {@code ${NAME}} from the environment and {@code ${file:/path}} from a file, so that no
 * secret stands in the configuration.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");
  private static final String FILE = "file:";
  private static final String STAND_IN = "x";
  private static final long LARGEST_SECRET = 64 << 10;

  private final Map<String, String> environment;

  Placeholders(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  String fill(String text, ConfigNode where) {
    Matcher placeholder = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (placeholder.find()) {
      String value = value(placeholder.group(1), where).orElse(STAND_IN);
      placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return placeholder.appendTail(filled).toString();
  }

  private Optional<String> value(String name, ConfigNode where) {
    return name.startsWith(FILE)
        ? fromFile(Path.of(name.substring(FILE.length())), where)
        : fromEnvironment(name, where);
  }

  private Optional<String> fromEnvironment(String name, ConfigNode where) {
    Optional<String> value = Optional.ofNullable(environment.get(name));
    if (value.isEmpty()) {
      where.complain(
          "expected the environment variable " + name + " to be set", "export " + name + "=…");
    }
    return value;
  }

  private static Optional<String> fromFile(Path file, ConfigNode where) {
    try {
      if (Files.size(file) > LARGEST_SECRET) {
        where.complain(
            "expected a secret's file of at most 64 KB at " + file, "${file:" + file + "}");
        return Optional.empty();
      }
      return Optional.of(Files.readString(file).strip());
    } catch (IOException unreadable) {
      where.complain("expected a readable file at " + file, "the secret alone in the file " + file);
      return Optional.empty();
    }
  }
}
