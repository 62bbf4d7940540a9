package vn.vam.app.command;

import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import vn.vam.payloads.Formats;
import vn.vam.payloads.codec.Codecs;
import vn.vam.payloads.field.FieldNames;

/** Ends a command's help with the names of fields that are understood. */
final class FieldTable implements IModelTransformer {
  private static final int WIDTH = 78;
  private static final String INDENT = " ".repeat(18);

  @Override
  public CommandSpec transform(CommandSpec command) {
    command
        .usageMessage()
        .footerHeading(
            "%nFormats: "
                + String.join(", ", Formats.names())
                + "%nCodecs of single devices: "
                + String.join(", ", Codecs.names())
                + "%n%nOur fields, and other names that mean them:%n")
        .footer(
            FieldNames.standard().table().stream()
                .flatMap(FieldTable::wrapped)
                .toArray(String[]::new));
    return command;
  }

  private static Stream<String> wrapped(String row) {
    if (row.length() <= WIDTH) {
      return Stream.of(row);
    }
    int end = row.lastIndexOf(' ', WIDTH);
    return Stream.concat(
        Stream.of(row.substring(0, end)), wrapped(INDENT + row.substring(end + 1)));
  }
}
