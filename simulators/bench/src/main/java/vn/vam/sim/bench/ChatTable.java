package vn.vam.sim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vam.sim.bench.ChatFigures.Spread;

/** The figures of the conversation, as people and programs read them. */
public final class ChatTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChatTable() {}

  public static List<String> of(ChatFigures figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%,d messages said; %d refused, %d unanswered, %d answers beyond, %d put off"
            .formatted(
                figures.said(),
                figures.refused(),
                figures.unanswered(),
                figures.beyond(),
                figures.putOff()));
    lines.add("webhook to its 200       " + told(figures.webhook()));
    lines.add("message to its answer    " + told(figures.answer()));
    figures
        .answers()
        .forEach((kind, spread) -> lines.add("  %-22s ".formatted(kind.told()) + told(spread)));
    lines.add("memory of the hub %,d MB".formatted(figures.memoryMb()));
    return lines;
  }

  private static String told(Spread spread) {
    return "p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, worst %.0f ms"
        .formatted(spread.p50(), spread.p95(), spread.p99(), spread.worst());
  }

  public static void write(ChatFigures figures, Path file) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("said", figures.said())
        .put("refused", figures.refused())
        .put("unanswered", figures.unanswered())
        .put("beyond", figures.beyond())
        .put("put_off", figures.putOff())
        .put("memory_mb", figures.memoryMb());
    write(root.putObject("webhook_ms"), figures.webhook());
    write(root.putObject("answer_ms"), figures.answer());
    ObjectNode answers = root.putObject("answers_ms");
    figures
        .answers()
        .forEach(
            (kind, spread) ->
                write(answers.putObject(kind.name().toLowerCase(Locale.ROOT)), spread));
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  private static void write(ObjectNode object, Spread spread) {
    object
        .put("p50", spread.p50())
        .put("p95", spread.p95())
        .put("p99", spread.p99())
        .put("worst", spread.worst());
  }
}
