package vn.vam.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "zalo",
    mixinStandardHelpOptions = true,
    description = "The official account on Zalo.",
    subcommands = {ZaloLoginCommand.class})
final class ZaloCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: vam zalo login");
  }
}
