package vn.vam.core.books;

import vn.vam.core.log.Place;

/**
 * Where the store's reader is, with the books of the same instant.
 *
 * @param place the last batch whose points the store has taken
 */
public record StoreProgress(Place place, BooksPage page) {
  public static StoreProgress atTheStart() {
    return new StoreProgress(Place.START, BooksPage.empty());
  }
}
