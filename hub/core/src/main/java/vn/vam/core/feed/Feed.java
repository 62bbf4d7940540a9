package vn.vam.core.feed;

/** An outside source whose content is at hand; safe for several threads. */
public interface Feed<T> {
  /** Never waits for the source. */
  Copy<T> now();

  /** One that nobody configured. */
  static <T> Feed<T> none() {
    return Copy.NotOffered::new;
  }
}
