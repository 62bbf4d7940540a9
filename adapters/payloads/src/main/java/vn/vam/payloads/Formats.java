package vn.vam.payloads;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import vn.vam.core.message.Decoder;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.Format;
import vn.vam.payloads.format.RetainedAsHints;

/**
 * Every format the hub understands, by name. A new one is a class that says so itself, with
 * {@code @AutoService(Format.class)}.
 */
public final class Formats {
  private static final List<Format> ALL =
      ServiceLoader.load(Format.class, Format.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(comparing(Format::name))
          .toList();

  private Formats() {}

  public static List<String> names() {
    return ALL.stream().map(Format::name).toList();
  }

  public static Optional<Format> find(String name) {
    return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException for a name nobody knows; the message lists the known ones
   */
  public static Decoder of(String name, DecoderContext context) {
    Format format =
        find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("expected one of " + String.join(", ", names())));
    return RetainedAsHints.of(format, context);
  }
}
