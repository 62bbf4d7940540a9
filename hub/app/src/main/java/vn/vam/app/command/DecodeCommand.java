package vn.vam.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vn.vam.app.config.BadConfig;
import vn.vam.app.config.HubConfig;
import vn.vam.app.hub.Stages;
import vn.vam.core.message.Payload;
import vn.vam.core.message.RawMessage;
import vn.vam.core.station.Registry;
import vn.vam.payloads.DecodeReport;
import vn.vam.payloads.Formats;
import vn.vam.payloads.HexText;
import vn.vam.payloads.format.DecoderContext;
import vn.vam.payloads.format.Format;
import vn.vam.payloads.homie.HomieSession;

@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    modelTransformer = FieldTable.class,
    description = {
      "What the hub would make of a message: line protocol, a point a line,",
      "as a hub that knows nothing of earlier messages; with --sequence, of those before it.",
      "Exit status: 0 understood, 3 rejected (and why), 4 ignored (and why)."
    })
final class DecodeCommand implements Callable<Integer> {
  private static final int LARGEST_INPUT = 4 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      description = "The language, one of those below.")
  private String format = "native";

  @Option(names = "--topic", paramLabel = "T", description = "The topic it was published on.")
  private @Nullable String topic;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Whose devices count as known; without it all do.")
  private @Nullable Path config;

  @Option(names = "--hex", description = "The input is hexadecimal text.")
  private boolean hex;

  @Option(names = "--retained", description = "The broker had kept it.")
  private boolean retained;

  @Option(
      names = "--explain",
      description =
          "Tell what was left out, replaced, converted, worked out, doubted or kept secret.")
  private boolean explain;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "When it arrived, RFC 3339; now where not given.")
  private @Nullable Instant at;

  @Option(
      names = "--sequence",
      description = {
        "Each line of the input is a message, in the order of their arrival;",
        "a time and a tab before it say when that was."
      })
  private boolean sequence;

  @Option(
      names = "--description",
      paramLabel = "D",
      description = "File: what its device, of homie, said of itself.")
  private @Nullable Path description;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The message; - or nothing for standard input.")
  private String input = "-";

  @Override
  public Integer call() throws IOException, BadConfig {
    Format spoken = knownFormat();
    Optional<HubConfig> hub = hub();
    Registry registry = hub.map(HubConfig::registry).orElse(new Registry(List.of(), List.of()));
    List<DecodeReport> reports =
        DecodeReport.ofSequence(
            spoken,
            hub.map(this::context).orElseGet(DecoderContext::withoutConfig),
            doubts -> Stages.of(() -> registry, doubts),
            questions(spoken));
    reports.forEach(this::print);
    IntStream exitCodes = reports.stream().mapToInt(DecodeReport::exitCode);
    return exitCodes
        .reduce((one, other) -> one == DecodeReport.REJECTED ? one : Math.max(one, other))
        .orElse(DecodeReport.ACCEPTED);
  }

  private void print(DecodeReport report) {
    report.standardOutput().forEach(System.out::println);
    if (explain) {
      report.notes().forEach(System.err::println);
    }
    report.standardError().forEach(System.err::println);
  }

  private List<DecodeReport.Question> questions(Format spoken) throws IOException {
    Instant usual = at == null ? Instant.now() : at;
    byte[] all = input();
    if (!sequence) {
      return List.of(question(spoken, bytes(all), usual));
    }
    List<DecodeReport.Question> questions = new ArrayList<>();
    for (String line : new String(all, StandardCharsets.UTF_8).lines().toList()) {
      if (!line.isBlank()) {
        int tab = Character.isDigit(line.charAt(0)) ? line.indexOf('\t') : -1;
        Instant arrived = tab < 0 ? usual : arrival(line.substring(0, tab));
        byte[] message = line.substring(tab + 1).getBytes(StandardCharsets.UTF_8);
        questions.add(question(spoken, bytes(message), arrived));
      }
    }
    return questions;
  }

  private Instant arrival(String written) {
    try {
      return new TimeConverter().convert(written);
    } catch (TypeConversionException malformed) {
      throw new ParameterException(
          spec.commandLine(), "--sequence: " + malformed.getMessage(), malformed);
    }
  }

  private DecodeReport.Question question(Format spoken, byte[] bytes, Instant arrived)
      throws IOException {
    return new DecodeReport.Question(
        Optional.ofNullable(topic), described(spoken, Payload.of(bytes)), retained, arrived);
  }

  private Format knownFormat() {
    return Formats.find(format)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--format: expected one of "
                        + String.join(", ", Formats.names())
                        + ", was '"
                        + format
                        + "'"));
  }

  private Optional<HubConfig> hub() throws BadConfig {
    return config == null ? Optional.empty() : Optional.of(Configs.reader().read(config));
  }

  /** As the source understands it that would receive it. */
  private DecoderContext context(HubConfig hub) {
    return hub.sources().stream()
        .filter(source -> source.format().equals(format))
        .filter(source -> topic != null && source.receives(topic))
        .findFirst()
        .map(source -> source.context(hub::registry))
        .orElseGet(() -> DecoderContext.of(hub.registry()));
  }

  /** With what the description says of it, as the hub would log it. */
  private Payload described(Format spoken, Payload payload) throws IOException {
    if (description == null) {
      return payload;
    }
    if (topic == null || !spoken.isDescribed()) {
      throw new ParameterException(
          spec.commandLine(), "--description: expected --format homie and a --topic beside it");
    }
    String device = topic.replaceFirst("/[^/]*/[^/]*$", "");
    HomieSession session = new HomieSession(HomieSession.NOBODY);
    session.hear(message(device + "/$description", Payload.of(Files.readAllBytes(description))));
    return session.hear(message(topic, payload)).payload();
  }

  private static RawMessage message(String on, Payload payload) {
    return new RawMessage("decode", "decode", on, payload, false, Instant.EPOCH);
  }

  private byte[] input() throws IOException {
    try (InputStream in = input.equals("-") ? System.in : Files.newInputStream(Path.of(input))) {
      return in.readNBytes(LARGEST_INPUT);
    }
  }

  private byte[] bytes(byte[] said) {
    return hex
        ? Usage.of(spec, () -> HexText.bytes(new String(said, StandardCharsets.US_ASCII)))
        : said;
  }
}
