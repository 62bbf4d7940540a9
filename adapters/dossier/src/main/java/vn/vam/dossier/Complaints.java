package vn.vam.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is wrong with the columns of a query or a file, as far as the configuration needs them. */
final class Complaints {
  private static final DossierFields USUAL = DossierFields.STANDARD;
  private static final int MOST_NAMES = 30;

  /** A column and the setting that names it. */
  private record Column(String key, String name, String usual) {}

  private Complaints() {}

  /**
   * A column that was named has to be there; of the usual ones those without which nothing can be
   * told.
   *
   * @param has whether there is a column of that name
   * @param found the names there are
   * @param code whether a column for the code is needed
   */
  static List<OfficeConfig.Complaint> ofColumns(
      OfficeConfig config, Predicate<String> has, Collection<String> found, boolean code) {
    List<OfficeConfig.Complaint> complaints = new ArrayList<>();
    DossierFields fields = config.fields();
    ProofFields proof = config.proof();
    String there = String.join(", ", found.stream().limit(MOST_NAMES).toList());
    if (!has.test(fields.state()) && !has.test(fields.stateText())) {
      complaints.add(missing("fields.state", fields.state() + " or " + fields.stateText(), there));
    }
    if (code && !has.test(fields.code())) {
      complaints.add(missing("fields.code", fields.code(), there));
    }
    if (proof.required() && !has.test(proof.lookUpCode()) && !has.test(proof.phone())) {
      complaints.add(
          missing("proof.look_up_code", proof.lookUpCode() + " or " + proof.phone(), there));
    }
    named(fields, proof)
        .filter(column -> !column.name().equals(column.usual()) && !has.test(column.name()))
        .map(column -> missing(column.key(), column.name(), there))
        .filter(
            complaint -> complaints.stream().noneMatch(one -> one.key().equals(complaint.key())))
        .forEach(complaints::add);
    return complaints;
  }

  private static Stream<Column> named(DossierFields fields, ProofFields proof) {
    ProofFields usual = ProofFields.STANDARD;
    return Stream.of(
        new Column("fields.code", fields.code(), USUAL.code()),
        new Column("fields.procedure", fields.procedure(), USUAL.procedure()),
        new Column("fields.state", fields.state(), USUAL.state()),
        new Column("fields.state_text", fields.stateText(), USUAL.stateText()),
        new Column("fields.office", fields.office(), USUAL.office()),
        new Column("fields.receiving_office", fields.receivingOffice(), USUAL.receivingOffice()),
        new Column("fields.received_at", fields.receivedAt(), USUAL.receivedAt()),
        new Column("fields.due_at", fields.dueAt(), USUAL.dueAt()),
        new Column("fields.returned_at", fields.returnedAt(), USUAL.returnedAt()),
        new Column("proof.look_up_code", proof.lookUpCode(), usual.lookUpCode()),
        new Column("proof.phone", proof.phone(), usual.phone()),
        new Column("proof.applicant", proof.applicant(), usual.applicant()));
  }

  private static OfficeConfig.Complaint missing(String key, String name, String found) {
    String setting = key.substring(key.indexOf('.') + 1);
    return new OfficeConfig.Complaint(
        key,
        "expected the name of a column; there is no " + name + ", only " + found,
        setting + ": ten_cot");
  }
}
