package vn.vam.payloads.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Unsealer;
import vn.vam.core.secret.Secret;

/**
 * Encrypted copies of what could not be read and so not be stripped either. They can be opened for
 * a while; then the day's key is destroyed, and with it every copy, wherever it may have gone.
 *
 * <p>Equal messages of a day make equal copies, so that a redelivered one is still recognised: the
 * nonce is computed from the message (as in RFC 8452), under a key of its own.
 */
public final class SealedCopies implements Unsealer {
  private static final byte VERSION = 1;
  private static final int HEAD = 1 + Integer.BYTES + AesGcm.NONCE_BYTES;

  private final DayKeys keys;
  private final Duration openFor;
  private final Clock clock;

  private SealedCopies(DayKeys keys, Duration openFor, Clock clock) {
    this.keys = keys;
    this.openFor = openFor;
    this.clock = clock;
  }

  /**
   * @param directory of the days' keys; no backup may hold it for longer than {@code openFor}
   * @param secret encrypts the days' keys; at least as long as a key
   * @param openFor how long after its arrival a copy can be opened
   * @throws IOException where no key can be kept there
   */
  public static SealedCopies in(Path directory, Secret secret, Duration openFor, Clock clock)
      throws IOException {
    SealedCopies copies = new SealedCopies(new DayKeys(directory, secret), openFor, clock);
    copies.forget();
    copies.keys.obtain(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return copies;
  }

  /** Nothing where the disk does not take a new day's key. */
  Optional<Payload> seal(RawMessage message) {
    LocalDate day = LocalDate.ofInstant(message.arrivedAt(), ZoneOffset.UTC);
    try {
      return Optional.of(seal(message, day, keys.obtain(day)));
    } catch (IOException noKey) {
      return Optional.empty();
    }
  }

  private static Payload seal(RawMessage message, LocalDate day, byte[] key) {
    byte[] plain = message.payload().bytes();
    byte[] context = context(message);
    byte[] nonce =
        Arrays.copyOf(
            new Hmac(derived(key, "nonce")).of(context, new byte[] {0}, plain), AesGcm.NONCE_BYTES);
    byte[] secret = new AesGcm(derived(key, "seal")).encrypt(nonce, context, plain);
    return Payload.of(
        ByteBuffer.allocate(HEAD + secret.length)
            .put(VERSION)
            .putInt((int) day.toEpochDay())
            .put(nonce)
            .put(secret)
            .array());
  }

  @Override
  public Opened open(RawMessage copy) {
    byte[] bytes = copy.payload().bytes();
    if (bytes.length <= HEAD || bytes[0] != VERSION) {
      return new Closed("expected a sealed copy of version " + VERSION);
    }
    if (!clock.instant().isBefore(copy.arrivedAt().plus(openFor))) {
      return new Closed("sealed copies can be opened for " + openFor + ", and this one is older");
    }
    return open(copy, ByteBuffer.wrap(bytes, 1, bytes.length - 1));
  }

  private Opened open(RawMessage copy, ByteBuffer in) {
    LocalDate day = LocalDate.ofEpochDay(in.getInt());
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    in.get(nonce);
    byte[] secret = new byte[in.remaining()];
    in.get(secret);
    return key(day)
        .flatMap(key -> new AesGcm(derived(key, "seal")).decrypt(nonce, context(copy), secret))
        .<Opened>map(plain -> new Whole(copy.withPayload(Payload.of(plain))))
        .orElseGet(() -> new Closed("the key of " + day + " is gone, or another sealing key"));
  }

  private Optional<byte[]> key(LocalDate day) {
    try {
      return keys.find(day);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Destroys the keys whose time is over. To be called now and then.
   *
   * @throws IOException where a key could not be deleted
   */
  public void forget() throws IOException {
    keys.forgetBefore(LocalDate.ofInstant(clock.instant().minus(openFor), ZoneOffset.UTC));
  }

  private static byte[] derived(byte[] key, String use) {
    return new Hmac(key).of(use);
  }

  /** A copy opens as the message it was made of and as no other. */
  private static byte[] context(RawMessage message) {
    return (message.source() + "\0" + message.topic()).getBytes(UTF_8);
  }
}
