package vn.vam.sim.bench;

/** Hears what passes over a line, before it leaves it. */
interface ReadAlong {
  /** From whoever connected. */
  void nearSays(byte[] bytes, int count);

  /** From the server. */
  void farSays(byte[] bytes, int count);

  static ReadAlong nothing() {
    return new ReadAlong() {
      @Override
      public void nearSays(byte[] bytes, int count) {}

      @Override
      public void farSays(byte[] bytes, int count) {}
    };
  }
}
