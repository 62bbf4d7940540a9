package vn.vam.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import vn.vam.app.command.Vam;
import vn.vam.app.config.BadConfig;

/** The program behind {@code ./vam}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Vam())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(Main::tell)
        .execute(arguments);
  }

  /** A sentence that says what to do; the stack trace only on request. */
  private static int tell(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    command.getErr().println("vam: " + sentence(failure));
    if (System.getenv("VAM_TRACE") != null) {
      failure.printStackTrace(command.getErr());
    }
    return failure instanceof BadConfig
        ? CommandLine.ExitCode.USAGE
        : CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
