package vn.vam.zalo;

import java.time.Duration;

/**
 * How many requests an application may make, and how long it keeps still after it made too many.
 *
 * @param perMinute from 1 to 100,000; every request counts: a picture is two, an upload and a
 *     message
 * @param pause after {@code -32} nothing leaves for so long
 */
public record RequestRate(int perMinute, Duration pause) {
  /** The platform's rule for an application, and half of the minute that it counts by. */
  public static final RequestRate OF_THE_PLATFORM = new RequestRate(4_000, Duration.ofSeconds(30));

  private static final int MOST = 100_000;

  public RequestRate {
    if (perMinute < 1 || perMinute > MOST) {
      throw new IllegalArgumentException(
          "perMinute must be from 1 to %,d, was %d".formatted(MOST, perMinute));
    }
    if (!pause.isPositive()) {
      throw new IllegalArgumentException("pause must be positive, was " + pause);
    }
  }

  public RequestRate withPerMinute(int requests) {
    return new RequestRate(requests, pause);
  }
}
