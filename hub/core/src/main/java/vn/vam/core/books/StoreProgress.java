package vn.vam.core.books;

import java.util.List;
import vn.vam.core.live.RejectedMessage;
import vn.vam.core.log.Place;

/**
 * Where the store's reader is, with the books of the same instant.
 *
 * @param place the last batch whose points the store has taken
 * @param refused messages the store will never take as they are; the log has them as accepted
 */
public record StoreProgress(Place place, BooksPage page, List<RejectedMessage> refused) {
  public StoreProgress {
    refused = List.copyOf(refused);
  }

  public StoreProgress(Place place, BooksPage page) {
    this(place, page, List.of());
  }

  public static StoreProgress atTheStart() {
    return new StoreProgress(Place.START, BooksPage.empty());
  }
}
