package vn.vam.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text file that translators can edit: a line such as {@code raised:} begins a section, what
 * follows is its text; a line that begins with {@code # } is a comment.
 */
public final class Sections {
  private static final Pattern HEADING = Pattern.compile("([a-z][a-z0-9_-]*):");

  private static final Pattern VARIETY = Pattern.compile("\\[([a-z][a-z0-9-]*)]");

  private final String name;
  private final Map<String, String> texts = new LinkedHashMap<>();

  /**
   * @param resource on the class path, such as {@code vi/salt}
   * @throws IllegalArgumentException when there is no such file, or a section twice
   */
  public static Sections read(String resource) {
    try (InputStream in = Sections.class.getResourceAsStream("/" + resource + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no text " + resource);
      }
      return new Sections(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("text " + resource, e);
    }
  }

  /**
   * @param name how complaints call this text
   */
  public Sections(String name, String content) {
    this.name = name;
    StringBuilder body = new StringBuilder();
    String heading = "";
    for (String line : content.lines().toList()) {
      Matcher begins = HEADING.matcher(line);
      if (begins.matches()) {
        close(heading, body);
        heading = begins.group(1);
      } else if (!line.startsWith("# ")) {
        body.append(line).append('\n');
      }
    }
    close(heading, body);
  }

  private void close(String heading, StringBuilder body) {
    String text = body.toString().strip();
    body.setLength(0);
    if (heading.isEmpty() && !text.isEmpty()) {
      throw new IllegalArgumentException("text " + name + ": words before the first section");
    }
    if (!heading.isEmpty() && texts.put(heading, text) != null) {
      throw new IllegalArgumentException("text " + name + ": section " + heading + " twice");
    }
  }

  /**
   * @param gaps the placeholders this section may have
   * @throws IllegalArgumentException when the section is missing or empty, or has another
   *     placeholder
   */
  public Template template(String section, Set<String> gaps) {
    try {
      return new Template(text(section), gaps);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "text " + name + ", section " + section + ": " + e.getMessage(), e);
    }
  }

  /** The lines of a section that say something. */
  public List<String> lines(String section) {
    return text(section).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /**
   * The lines of a section, where {@code [name]} stands for each line of the section of that name:
   * what is said in many ways is written once.
   *
   * @throws IllegalArgumentException when there is no such section
   */
  public List<String> phrases(String section) {
    return lines(section).stream().flatMap(this::spelledOut).toList();
  }

  private Stream<String> spelledOut(String line) {
    Matcher variety = VARIETY.matcher(line);
    return variety.find()
        ? lines(variety.group(1)).stream()
            .map(word -> line.substring(0, variety.start()) + word + line.substring(variety.end()))
            .flatMap(this::spelledOut)
        : Stream.of(line);
  }

  public Set<String> names() {
    return Set.copyOf(texts.keySet());
  }

  private String text(String section) {
    String text = texts.getOrDefault(section, "");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("text " + name + ": section " + section + " is missing");
    }
    return text;
  }
}
