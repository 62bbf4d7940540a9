package vn.vam.payloads.codec;

import java.util.List;

/** What a device's bytes say. */
public sealed interface Said {
  /**
   * @param samples at least one
   * @param leftOut how much could not be read beside them: probes that failed, channels nobody
   *     knows
   */
  record Samples(List<Measurements> samples, int leftOut) implements Said {
    public Samples {
      samples = List.copyOf(samples);
    }

    public Samples(List<Measurements> samples) {
      this(samples, 0);
    }
  }

  /**
   * Nothing that was measured.
   *
   * @param what it is instead, a word such as {@code status}
   */
  record Other(String what) implements Said {}

  /**
   * Not what such a device sends.
   *
   * @param expected what it would be
   */
  record Broken(String expected) implements Said {}
}
