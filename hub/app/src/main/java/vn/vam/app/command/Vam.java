package vn.vam.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. */
@Command(
    name = "vam",
    description = "Vàm, the sensor hub of a river province.",
    mixinStandardHelpOptions = true,
    version = "vam 0.1",
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      CheckCommand.class,
      WatchCommand.class,
      SimulateCommand.class,
      DecodeCommand.class,
      RulesCommand.class,
      ImportCommand.class,
      ReplayCommand.class,
      QrCommand.class,
      ZaloCommand.class,
      BenchCommand.class
    })
public final class Vam implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: one of the commands below");
  }
}
