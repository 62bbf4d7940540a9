package vn.vam.app.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import vn.vam.core.dossier.FollowRules;
import vn.vam.dossier.DossierConfig;
import vn.vam.dossier.DossierFields;
import vn.vam.dossier.DropConfig;
import vn.vam.dossier.OfficeConfig;
import vn.vam.dossier.ProofFields;
import vn.vam.dossier.SqlConfig;

/** Reads {@code dossier}. */
final class DossierSection {
  private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(100);
  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(10);
  private static final int MOST_PARALLEL = 64;
  private static final int USUAL_CONNECTIONS = 4;
  private static final Duration SHORTEST_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_EVERY = Duration.ofDays(1);
  private static final int MOST_PER_CITIZEN = 50;
  private static final int MOST_FOLLOWED = 1_000_000;
  private static final Duration SHORTEST_FOLLOWING = Duration.ofDays(1);
  private static final Duration LONGEST_FOLLOWING = Duration.ofDays(730);
  private static final DossierConfig USUAL = DossierConfig.at(URI.create("http://127.0.0.1:8091"));

  private DossierSection() {}

  private enum Kind {
    HTTP,
    SQL,
    CSV
  }

  static OfficeConfig read(ConfigNode dossier) {
    Kind kind =
        dossier
            .at("kind")
            .choice(
                Map.of("http", Kind.HTTP, "sql", Kind.SQL, "csv", Kind.CSV),
                Kind.HTTP,
                "kind: http");
    return switch (kind) {
      case HTTP -> http(dossier);
      case SQL -> sql(dossier);
      case CSV -> csv(dossier);
    };
  }

  static FollowRules follow(ConfigNode follow) {
    follow.only("every", "most_per_citizen", "most", "ends_after");
    FollowRules usual = FollowRules.USUAL;
    return new FollowRules(
        follow.at("every").duration(usual.every(), SHORTEST_EVERY, LONGEST_EVERY, "every: 30m"),
        follow
            .at("most_per_citizen")
            .integer(1, MOST_PER_CITIZEN, usual.mostPerCitizen(), "most_per_citizen: 5"),
        follow.at("most").integer(1, MOST_FOLLOWED, usual.most(), "most: 20000"),
        follow
            .at("ends_after")
            .duration(
                usual.endsAfter(), SHORTEST_FOLLOWING, LONGEST_FOLLOWING, "ends_after: 180d"));
  }

  private static DossierConfig http(ConfigNode dossier) {
    dossier.only("url", "kind", "deadline", "parallel", "fields", "proof", "follow");
    URI url = dossier.at("url").uri(ConfigNode.HTTP, "url: http://127.0.0.1:8091");
    return new DossierConfig(
        url,
        deadline(dossier),
        parallel(dossier, USUAL.parallel()),
        fields(dossier.at("fields"), false),
        proof(dossier.at("proof"), false));
  }

  private static SqlConfig sql(ConfigNode dossier) {
    dossier.only(
        "url",
        "kind",
        "user",
        "password",
        "query",
        "deadline",
        "parallel",
        "fields",
        "proof",
        "follow");
    String query = "query: select * from ho_so where ma_ho_so = ?";
    return new SqlConfig(
        checked(
            dossier.at("url"),
            SqlConfig::isUrl,
            "expected an address that begins with jdbc:postgresql: or jdbc:sqlite:, and tells no"
                + " user and password: they stand beside it",
            "url: jdbc:postgresql://db:5432/motcua",
            "jdbc:sqlite:x"),
        dossier.at("user").optionalText("user: vam"),
        dossier.at("password").optionalSecret("password: ${file:/run/secrets/office-db}"),
        checked(
            dossier.at("query"),
            SqlConfig::isQuery,
            "expected one SELECT with one ? where the code goes, without quotes around it",
            query,
            "select ?"),
        deadline(dossier),
        parallel(dossier, USUAL_CONNECTIONS),
        fields(dossier.at("fields"), true),
        proof(dossier.at("proof"), true));
  }

  private static DropConfig csv(ConfigNode dossier) {
    dossier.only("path", "kind", "every", "stale_after", "fields", "proof", "follow");
    return new DropConfig(
        path(dossier.at("path")),
        dossier
            .at("every")
            .duration(
                DropConfig.EVERY,
                DropConfig.SHORTEST_EVERY,
                DropConfig.LONGEST_EVERY,
                "every: 10s"),
        dossier
            .at("stale_after")
            .duration(
                DropConfig.STALE_AFTER,
                DropConfig.SHORTEST_STALE,
                DropConfig.LONGEST_STALE,
                "stale_after: 7d"),
        fields(dossier.at("fields"), true),
        proof(dossier.at("proof"), true));
  }

  private static Path path(ConfigNode node) {
    String example = "path: /var/lib/office";
    String text = node.text(example);
    try {
      return Path.of(text);
    } catch (InvalidPathException impossible) {
      node.complain("expected a folder or a file", example);
      return Path.of("x");
    }
  }

  /** What is found is not told: it may hold a password. */
  private static String checked(
      ConfigNode node, Predicate<String> good, String expected, String example, String standIn) {
    String text = node.text(example);
    if (good.test(text)) {
      return text;
    }
    if (node.isPresent()) {
      node.complain(expected, example);
    }
    return standIn;
  }

  private static Duration deadline(ConfigNode dossier) {
    return dossier
        .at("deadline")
        .duration(USUAL.deadline(), SHORTEST_DEADLINE, LONGEST_DEADLINE, "deadline: 3s");
  }

  private static int parallel(ConfigNode dossier, int usual) {
    return dossier.at("parallel").integer(1, MOST_PARALLEL, usual, "parallel: " + usual);
  }

  private static ProofFields proof(ConfigNode proof, boolean columns) {
    ProofFields usual = USUAL.proof();
    proof.only("required", "look_up_code", "phone", "applicant");
    return new ProofFields(
        proof
            .at("required")
            .choice(Map.of("true", true, "false", false), usual.required(), "required: true"),
        field(proof, "look_up_code", columns, usual.lookUpCode()),
        field(proof, "phone", columns, usual.phone()),
        field(proof, "applicant", columns, usual.applicant()));
  }

  private static DossierFields fields(ConfigNode fields, boolean columns) {
    DossierFields usual = USUAL.fields();
    fields.only(
        "code",
        "procedure",
        "state",
        "state_text",
        "office",
        "receiving_office",
        "received_at",
        "due_at",
        "returned_at");
    return new DossierFields(
        field(fields, "code", columns, usual.code()),
        field(fields, "procedure", columns, usual.procedure()),
        field(fields, "state", columns, usual.state()),
        field(fields, "state_text", columns, usual.stateText()),
        field(fields, "office", columns, usual.office()),
        field(fields, "receiving_office", columns, usual.receivingOffice()),
        field(fields, "received_at", columns, usual.receivedAt()),
        field(fields, "due_at", columns, usual.dueAt()),
        field(fields, "returned_at", columns, usual.returnedAt()));
  }

  private static String field(ConfigNode fields, String key, boolean column, String otherwise) {
    String name = fields.at(key).optionalText("code: MaHoSo").orElse(otherwise);
    if (column && name.startsWith("/")) {
      fields.at(key).complain("expected the name of a column, not a JSON pointer", "code: MaHoSo");
    }
    return name;
  }
}
