package vn.vam.dossier;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.Proof;
import vn.vam.core.text.Cut;

/**
 * Reads the office's JSON, or a row of a table as such. Its complaints never quote it: it holds
 * personal data.
 */
final class OfficeAnswer {
  private static final int DEEPEST = 16;
  private static final int LONGEST_TEXT = 400;
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final DossierFields fields;
  private final ProofFields proofs;

  OfficeAnswer(DossierFields fields, ProofFields proofs) {
    this.fields = fields;
    this.proofs = proofs;
  }

  /**
   * Where a proof is required and the question has none, or a wrong one, there is no such dossier.
   */
  LookUp read(Question question, byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body);
      return answer.isContainerNode()
          ? read(question, answer)
          : new LookUp.Unavailable("the answer is no JSON object");
    } catch (IOException malformed) {
      return new LookUp.Unavailable("the answer is not JSON");
    }
  }

  /** The same of what was parsed elsewhere. */
  LookUp read(Question question, JsonNode answer) {
    Optional<DossierState> state = DossierState.of(number(answer, fields.state()));
    String stateText = text(answer, fields.stateText());
    if (isAboutAnother(question.code(), answer)) {
      return new LookUp.Unavailable("the answer is about another dossier");
    }
    if (state.isEmpty() && stateText.isEmpty()) {
      return new LookUp.Unavailable("the answer has neither a known state nor words for it");
    }
    boolean mustProve = proofs.required() && !question.provenBefore();
    if (mustProve && !isProven(question.proof(), answer)) {
      return new LookUp.NotFound();
    }
    return new LookUp.Found(
        new Dossier(
            question.code(),
            mustProve ? MaskedName.of(text(answer, proofs.applicant())) : "",
            text(answer, fields.procedure()),
            text(answer, fields.office()),
            text(answer, fields.receivingOffice()),
            state,
            stateText,
            time(answer, fields.receivedAt()),
            time(answer, fields.dueAt()),
            time(answer, fields.returnedAt())));
  }

  private boolean isProven(Optional<Proof> proof, JsonNode answer) {
    String lookUpCode = text(answer, proofs.lookUpCode());
    String phone = text(answer, proofs.phone());
    return proof.filter(known -> known.matches(lookUpCode, phone)).isPresent();
  }

  /** An office that mixes up dossiers must not tell one person of another. */
  private boolean isAboutAnother(DossierCode asked, JsonNode answer) {
    String code = text(answer, fields.code());
    return !code.isEmpty() && !DossierCode.findIn(code).equals(Optional.of(asked));
  }

  private static Optional<Instant> time(JsonNode answer, String field) {
    return OfficeTime.read(text(answer, field));
  }

  private static int number(JsonNode answer, String field) {
    return at(answer, field).asInt(0);
  }

  /** Composed, on one line, bounded; empty where there is none. */
  private static String text(JsonNode answer, String field) {
    String text = Normalizer.normalize(at(answer, field).asText(""), Normalizer.Form.NFC);
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_TEXT ? line : Cut.to(line, LONGEST_TEXT - 1) + "…";
  }

  private static JsonNode at(JsonNode answer, String field) {
    JsonNode node =
        field.startsWith("/") ? answer.at(JsonPointer.compile(field)) : answer.path(field);
    return node.isNull() ? MissingNode.getInstance() : node;
  }
}
