package vn.vam.payloads.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.vam.core.message.Payload;
import vn.vam.core.secret.Secret;

/**
 * A random key for each day (UTC), in a file that the configuration's secret encrypts. A day whose
 * file is deleted can never be opened again, not even by whoever has the secret. Safe for several
 * threads.
 */
final class DayKeys {
  private static final String SUFFIX = ".key";

  private final Path directory;
  private final AesGcm master;
  private final String generation;
  private final Map<LocalDate, byte[]> known = new ConcurrentHashMap<>();

  DayKeys(Path directory, Secret secret) throws IOException {
    byte[] key = HexFormat.of().parseHex(Payload.ofText(secret.reveal()).fingerprint());
    this.directory = Files.createDirectories(directory);
    this.master = new AesGcm(key);
    this.generation = HexFormat.of().formatHex(new Hmac(key).of("generation"), 0, 4);
  }

  /** The day's key, made where there is none yet. */
  synchronized byte[] obtain(LocalDate day) throws IOException {
    Optional<byte[]> there = find(day);
    return there.isPresent() ? there.orElseThrow() : make(day);
  }

  /** Nothing where the day's key was never made, is gone, or belongs to another secret. */
  Optional<byte[]> find(LocalDate day) throws IOException {
    byte[] cached = known.get(day);
    if (cached != null || !Files.exists(file(day))) {
      return Optional.ofNullable(cached);
    }
    byte[] bytes = Files.readAllBytes(file(day));
    if (bytes.length <= AesGcm.NONCE_BYTES) {
      return Optional.empty();
    }
    Optional<byte[]> key =
        master.decrypt(
            Arrays.copyOf(bytes, AesGcm.NONCE_BYTES),
            context(day),
            Arrays.copyOfRange(bytes, AesGcm.NONCE_BYTES, bytes.length));
    key.ifPresent(found -> known.put(day, found));
    return key;
  }

  private byte[] make(LocalDate day) throws IOException {
    byte[] key = Hmac.randomKey();
    byte[] nonce = new byte[AesGcm.NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    byte[] secret = master.encrypt(nonce, context(day), key);
    write(
        file(day), ByteBuffer.allocate(nonce.length + secret.length).put(nonce).put(secret).flip());
    known.put(day, key);
    return key;
  }

  /** On disk before anything is encrypted with it. */
  private void write(Path file, ByteBuffer bytes) throws IOException {
    Path half = directory.resolve(file.getFileName() + ".half");
    try (FileChannel out =
        FileChannel.open(
            half,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes the keys of all days before this one, whatever secret they were made with. */
  synchronized void forgetBefore(LocalDate day) throws IOException {
    known.keySet().removeIf(each -> each.isBefore(day));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        if (dayOf(file).filter(each -> each.isBefore(day)).isPresent()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Optional<LocalDate> dayOf(Path file) {
    String name = file.getFileName().toString();
    try {
      return Optional.of(LocalDate.parse(name.substring(0, Math.min(10, name.length()))));
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private Path file(LocalDate day) {
    return directory.resolve(day + "-" + generation + SUFFIX);
  }

  private static byte[] context(LocalDate day) {
    return day.toString().getBytes(UTF_8);
  }
}
