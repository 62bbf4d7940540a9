package vn.vam.app.command;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Options that are wrong together or by their value are wrong usage: exit status 2. */
final class Usage {
  private Usage() {}

  /**
   * @param options made of what was asked
   * @throws ParameterException where they complain
   */
  static <T> T of(CommandSpec spec, Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException impossible) {
      throw new ParameterException(spec.commandLine(), impossible.getMessage(), impossible);
    }
  }
}
