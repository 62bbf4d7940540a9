package vn.vam.core.dossier;

import java.net.URI;
import java.util.List;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.ReceiptReader.Sight;

/** The receipts that citizens send, as photos or PDF: fetched and read, one after the other. */
public final class Receipts {
  /** Of one message; more are not looked at. */
  static final int MOST_PHOTOS = 3;

  private final PhotoSource source;
  private final ReceiptReader reader;

  public Receipts(PhotoSource source, ReceiptReader reader) {
    this.source = source;
    this.reader = reader;
  }

  /** Until the first code is seen. Where none is, what stood against the last photo. */
  public Sight look(List<URI> photos) {
    Sight sight = new Sight.Unread("no photo");
    for (URI photo : photos.subList(0, Math.min(photos.size(), MOST_PHOTOS))) {
      sight = look(photo);
      if (sight instanceof Sight.Seen) {
        return sight;
      }
    }
    return sight;
  }

  private Sight look(URI photo) {
    return switch (source.fetch(photo)) {
      case Fetched.Photo(byte[] file) -> reader.read(file);
      case Fetched.TooLong tooLong -> new Sight.Unread(tooLong.reason());
      case Fetched.Missing missing -> new Sight.Unavailable(missing.reason());
    };
  }
}
