package vn.vam.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.vam.payloads.field.FieldNames;

class AskingForHelp {
  private static final int WIDTH_OF_A_TERMINAL = 80;

  @Test
  void decode_tells_every_name_of_a_field() {
    String help = new CommandLine(new DecodeCommand()).getUsageMessage();

    assertThat(help.lines()).allMatch(line -> line.length() < WIDTH_OF_A_TERMINAL);
    assertThat(help.replaceAll("\\s+", " "))
        .contains(
            FieldNames.standard().table().stream()
                .map(row -> row.replaceAll("\\s+", " "))
                .toList());
  }
}
