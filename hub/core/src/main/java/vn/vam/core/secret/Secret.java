package vn.vam.core.secret;

/** A password, token or key. Prints dots; read it only where it is handed to the other side. */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "••••••";
  }
}
