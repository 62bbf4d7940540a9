package vn.vam.sim.zalo;

/** Somebody else listens where the simulator wanted to. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int port;

  PortTakenException(String host, int port, Throwable cause) {
    super(
        "port %d on %s is taken: end the program that listens there (ss -ltnp 'sport = :%d' names it) or choose another port"
            .formatted(port, host, port),
        cause);
    this.port = port;
  }

  public int port() {
    return port;
  }
}
