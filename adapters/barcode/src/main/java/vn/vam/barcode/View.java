package vn.vam.barcode;

/**
 * What is shown of a photo.
 *
 * @param size the long side, in pixels; 0 as it is
 * @param turn clockwise, in degrees
 */
record View(int size, int turn, Touch touch) {
  /** What is done to the picture before it becomes black and white. */
  enum Touch {
    NONE,
    SMOOTHED,
    SHARPENED
  }

  Grey of(Grey photo) {
    Grey sized = size == 0 ? photo : photo.withLongSide(size);
    Grey turned = turn == 0 ? sized : sized.turned(turn);
    return switch (touch) {
      case NONE -> turned;
      case SMOOTHED -> turned.smoothed();
      case SHARPENED -> turned.sharpened();
    };
  }
}
