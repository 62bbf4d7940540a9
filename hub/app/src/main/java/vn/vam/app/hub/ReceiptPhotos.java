package vn.vam.app.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.barcode.PhotoReader;
import vn.vam.core.dossier.PhotoSource;
import vn.vam.core.dossier.ReceiptReader;
import vn.vam.core.dossier.Receipts;
import vn.vam.zalo.photo.PhotoClient;
import vn.vam.zalo.photo.PhotoFetch;

/**
 * Photos and documents fetched from the messenger and read by the barcode reader; what came of each
 * is counted.
 */
final class ReceiptPhotos implements PhotoSource, ReceiptReader, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReceiptPhotos.class);

  private final PhotoClient messenger;
  private final ReceiptReader reader;
  private final MeterRegistry metrics;

  ReceiptPhotos(PhotoClient messenger, MeterRegistry metrics) {
    this.messenger = messenger;
    this.reader = new PhotoReader();
    this.metrics = metrics;
  }

  Receipts receipts() {
    return new Receipts(this, this);
  }

  @Override
  public Fetched fetch(URI address) {
    return switch (messenger.fetch(address)) {
      case PhotoFetch.Fetched(byte[] file) -> new Fetched.Photo(file);
      case PhotoFetch.TooLong tooLong -> tooLong();
      case PhotoFetch.Refused refused -> missing("refused", "not one of zalo.photo_hosts");
      case PhotoFetch.Failed failed -> missing("not-fetched", failed.reason());
    };
  }

  private Fetched tooLong() {
    String reason = "longer than %d bytes".formatted(PhotoClient.MOST_BYTES);
    count("unread", reason);
    return new Fetched.TooLong(reason);
  }

  private Fetched missing(String outcome, String reason) {
    count(outcome, reason);
    return new Fetched.Missing(reason);
  }

  @Override
  public Sight read(byte[] file) {
    Sight sight = reader.read(file);
    switch (sight) {
      case Sight.Seen seen -> count("read", "");
      case Sight.Unread unread -> count("unread", unread.reason());
      case Sight.Unavailable unavailable -> count("busy", unavailable.reason());
    }
    return sight;
  }

  private void count(String outcome, String reason) {
    metrics.counter("vam.receipt.photos", "outcome", outcome).increment();
    log.debug("receipt of a citizen, outcome={} reason={}", outcome, reason);
  }

  @Override
  public void close() {
    messenger.close();
  }
}
