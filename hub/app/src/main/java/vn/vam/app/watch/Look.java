package vn.vam.app.watch;

import java.util.List;

/** What a look at the hub showed. */
sealed interface Look {
  /**
   * It works.
   *
   * @param troubles why it reaches nobody all the same, in the hub's words, such as {@code token}
   */
  record Ready(List<String> troubles) implements Look {
    public Ready {
      troubles = List.copyOf(troubles);
    }

    /** And reaches people. */
    Ready() {
      this(List.of());
    }
  }

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
