package vn.vam.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A command that takes its time: what it has printed so far can be read. */
final class Typing {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream former = System.out;

  private Typing() {}

  static Typing begin() {
    Typing typing = new Typing();
    System.setOut(new PrintStream(typing.out, true, StandardCharsets.UTF_8));
    return typing;
  }

  int run(String... arguments) {
    try {
      return Main.run(arguments);
    } finally {
      System.setOut(former);
    }
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
