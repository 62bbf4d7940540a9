package vn.vam.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import vn.vam.dossier.DossierConfig;
import vn.vam.dossier.DossierFields;
import vn.vam.dossier.ProofFields;

/** Reads {@code dossier}. */
final class DossierSection {
  private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(100);
  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(10);
  private static final int MOST_PARALLEL = 64;

  private DossierSection() {}

  static DossierConfig read(ConfigNode dossier) {
    dossier.only("url", "deadline", "parallel", "fields", "proof");
    URI url = dossier.at("url").uri(ConfigNode.HTTP, "url: http://127.0.0.1:8091");
    DossierConfig usual = DossierConfig.at(url);
    return new DossierConfig(
        url,
        dossier
            .at("deadline")
            .duration(usual.deadline(), SHORTEST_DEADLINE, LONGEST_DEADLINE, "deadline: 3s"),
        dossier.at("parallel").integer(1, MOST_PARALLEL, usual.parallel(), "parallel: 8"),
        fields(dossier.at("fields"), usual.fields()),
        proof(dossier.at("proof"), usual.proof()));
  }

  private static ProofFields proof(ConfigNode proof, ProofFields usual) {
    proof.only("required", "look_up_code", "phone", "applicant");
    return new ProofFields(
        proof
            .at("required")
            .choice(Map.of("true", true, "false", false), usual.required(), "required: true"),
        field(proof, "look_up_code", usual.lookUpCode()),
        field(proof, "phone", usual.phone()),
        field(proof, "applicant", usual.applicant()));
  }

  private static DossierFields fields(ConfigNode fields, DossierFields usual) {
    fields.only(
        "code",
        "procedure",
        "state",
        "state_text",
        "office",
        "received_at",
        "due_at",
        "returned_at");
    return new DossierFields(
        field(fields, "code", usual.code()),
        field(fields, "procedure", usual.procedure()),
        field(fields, "state", usual.state()),
        field(fields, "state_text", usual.stateText()),
        field(fields, "office", usual.office()),
        field(fields, "received_at", usual.receivedAt()),
        field(fields, "due_at", usual.dueAt()),
        field(fields, "returned_at", usual.returnedAt()));
  }

  private static String field(ConfigNode fields, String key, String otherwise) {
    return fields.at(key).optionalText("code: MaHoSo").orElse(otherwise);
  }
}
