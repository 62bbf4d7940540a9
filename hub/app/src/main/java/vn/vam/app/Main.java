package vn.vam.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
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
    String said = message == null ? failure.getClass().getSimpleName() : message;
    return switch (failure) {
      case NoSuchFileException missing -> "there is no file " + said;
      case AccessDeniedException forbidden -> said + " must not be read or written by this user";
      case UncheckedIOException wrapped when wrapped.getCause() instanceof IOException cause ->
          said + ": " + sentence(cause);
      default -> said;
    };
  }
}
