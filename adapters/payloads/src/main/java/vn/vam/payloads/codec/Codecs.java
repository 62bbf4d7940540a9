package vn.vam.payloads.codec;

import static java.util.Comparator.comparing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Every codec, by its name or by that of a device profile. */
public final class Codecs {
  private static final List<Codec> ALL =
      ServiceLoader.load(Codec.class, Codec.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(comparing(Codec::name))
          .toList();

  private Codecs() {}

  public static List<String> names() {
    return ALL.stream().map(Codec::name).toList();
  }

  public static Optional<Codec> find(String name) {
    return ALL.stream().filter(codec -> codec.name().equals(name)).findFirst();
  }

  public static Optional<Codec> forProfile(String profile) {
    return ALL.stream().filter(codec -> codec.isCalled(profile)).findFirst();
  }

  /** What the bytes say; those that end too early are broken. */
  public static Said read(Codec codec, int port, byte[] bytes) {
    try {
      return codec.read(port, ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException early) {
      return new Said.Broken("more bytes of a " + codec.name() + ", there are " + bytes.length);
    }
  }
}
