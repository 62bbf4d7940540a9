package vn.vam.dossier;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.stream.Stream;

/**
 * What the office calls the parts of a dossier: a field of the answer's object, or, beginning with
 * a slash, a JSON pointer (RFC 6901) such as {@code /data/0/MaHoSo}. The name of the person is not
 * among them: it is never read.
 *
 * @param code the code itself; an answer about another dossier is not used
 * @param state a number from 1 to 10
 * @param stateText the office's own words for it
 * @param office that handles it
 * @param receivingOffice that took it in
 */
public record DossierFields(
    String code,
    String procedure,
    String state,
    String stateText,
    String office,
    String receivingOffice,
    String receivedAt,
    String dueAt,
    String returnedAt) {
  /**
   * @throws IllegalArgumentException naming the first field that is blank or no JSON pointer
   */
  public DossierFields {
    Stream.of(
            code,
            procedure,
            state,
            stateText,
            office,
            receivingOffice,
            receivedAt,
            dueAt,
            returnedAt)
        .forEach(DossierFields::check);
  }

  Stream<String> names() {
    return Stream.of(
        code, procedure, state, stateText, office, receivingOffice, receivedAt, dueAt, returnedAt);
  }

  public static final DossierFields STANDARD =
      new DossierFields(
          "MaHoSo",
          "TenTTHC",
          "MaTrangThai",
          "TenTrangThai",
          "DonViXuLy",
          "CoQuanTiepNhan",
          "NgayTiepNhan",
          "HanGiaiQuyet",
          "NgayTraKetQua");

  private static void check(String field) {
    if (field.isBlank()) {
      throw new IllegalArgumentException("fields: expected a name such as MaHoSo, found nothing");
    }
    if (field.startsWith("/")) {
      JsonPointer.compile(field);
    }
  }
}
