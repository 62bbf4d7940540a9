package vn.vam.app.watch;

import java.util.List;

/** What a look at the hub showed. */
sealed interface Look {
  /** It works. */
  record Ready() implements Look {}

  /**
   * It lives and cannot work.
   *
   * @param waiting what for, in the hub's words, such as {@code broker}
   */
  record Waiting(List<String> waiting) implements Look {
    public Waiting {
      waiting = List.copyOf(waiting);
    }
  }

  /** Nobody answers. */
  record Silent() implements Look {}
}
