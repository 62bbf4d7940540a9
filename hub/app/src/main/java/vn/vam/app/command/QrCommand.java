package vn.vam.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.vam.barcode.Found;
import vn.vam.barcode.PhotoReader;
import vn.vam.barcode.PrintedCode;
import vn.vam.core.dossier.DossierCode;

@Command(
    name = "qr",
    mixinStandardHelpOptions = true,
    description = "The QR on receipts: reads photos and PDFs of it, makes it for printing.",
    subcommands = {QrCommand.ReadCommand.class, QrCommand.MakeCommand.class})
final class QrCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what: vam qr read or vam qr make");
  }

  @Command(
      name = "read",
      mixinStandardHelpOptions = true,
      description = {
        "A line a file, PATH<tab>CODE, nothing behind the tab when unread; why, on standard error.",
        "Exit status: 0 every file was looked at, 1 one could not be opened."
      })
  static final class ReadCommand implements Callable<Integer> {
    /** One more byte than the reader takes: it says itself what is too large. */
    private static final int MOST_BYTES = PhotoReader.MOST_BYTES + 1;

    @Option(names = "--any", description = "Any text counts, not dossier codes alone.")
    private boolean any;

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "PNG, JPEG or PDF.")
    private List<Path> images = List.of();

    @Override
    public Integer call() {
      PhotoReader reader = new PhotoReader();
      int unopened = 0;
      for (Path image : images) {
        try (InputStream in = Files.newInputStream(image)) {
          tell(image, reader.find(in.readNBytes(MOST_BYTES), wanted()));
        } catch (IOException failure) {
          unopened++;
          tell(image, new Found.Nothing<>("expected a file that can be read, " + why(failure)));
        }
      }
      return unopened == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Function<String, Optional<String>> wanted() {
      return any
          ? text -> Optional.of(text.replaceAll("\\p{Cntrl}+", " "))
          : text -> DossierCode.findIn(text).map(DossierCode::value);
    }

    private static void tell(Path image, Found<String> found) {
      switch (found) {
        case Found.Text<String> text -> System.out.println(image + "\t" + text.meaning());
        case Found.Nothing<String> nothing -> unread(image, nothing.reason());
        case Found.Busy<String> busy -> unread(image, busy.reason());
      }
    }

    private static void unread(Path image, String why) {
      System.out.println(image + "\t");
      System.err.println(image + ": " + why);
    }

    private static String why(IOException failure) {
      return failure instanceof java.nio.file.NoSuchFileException
          ? "found none"
          : "found " + failure.getMessage();
    }
  }

  @Command(
      name = "make",
      mixinStandardHelpOptions = true,
      description = "A PNG with the QR of a dossier code, made for bad phones.")
  static final class MakeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CODE", description = "Such as H58.20-260312-0015.")
    private String code = "";

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE.png",
        required = true,
        description = "Written anew when it is there.")
    private Path output = Path.of("code.png");

    @Override
    public Integer call() throws IOException {
      DossierCode dossier =
          DossierCode.findIn(code)
              .filter(found -> found.value().length() == code.strip().length())
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "CODE: expected such as H58.20-260312-0015, was '" + code + "'"));
      Files.write(output, PrintedCode.png(dossier.value()));
      return ExitCode.OK;
    }
  }
}
