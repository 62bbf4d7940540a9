package vn.vam.app.endtoend;

/** How it is with what stands outside the hub, in the order in which a test goes through it. */
enum Weather {
  UP,
  /** Connected, and no answer comes through in time. */
  SLOW,
  /** Nobody is there. */
  DOWN,
  UP_AGAIN;

  /** Nothing that the hub waits for gets through at this speed before it gives up. */
  private static final int CRAWLING = 20;

  boolean isFine() {
    return this == UP || this == UP_AGAIN;
  }

  /** Comes after the weather before it. */
  void over(Cable cable) {
    switch (this) {
      case UP -> {}
      case SLOW -> {
        cable.slowTo(CRAWLING);
        cable.cut();
      }
      case DOWN -> cable.pullOut();
      case UP_AGAIN -> {
        cable.atFullSpeed();
        cable.plugIn();
      }
    }
  }
}
