package vn.vam.payloads.codec;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the raw bytes of one kind of device. Found by {@link Codecs}: adding one is a class marked
 * {@code @AutoService(Codec.class)} and a folder of cases. Stateless, safe for several threads.
 */
public interface Codec {
  /** Maker and model, as written in the configuration: {@code dragino-wqs-lb}. */
  String name();

  /** The model alone, by which a network server's device profile may be called: {@code wqs-lb}. */
  default String model() {
    return name().substring(name().indexOf('-') + 1);
  }

  /**
   * What the bytes say.
   *
   * @param port LoRaWAN's FPort, 1 to 223; 0 where nobody told
   * @param bytes in network order
   * @throws java.nio.BufferUnderflowException where they end too early
   */
  Said read(int port, ByteBuffer bytes);

  /** Whether a device profile is called after this device. */
  default boolean isCalled(String profile) {
    return plain(profile).contains(plain(model()));
  }

  /** 16 or 32, where the device counts on and on. */
  default Optional<Integer> totalBits() {
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
