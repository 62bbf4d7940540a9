package vn.vam.dossier;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.stream.Stream;

/**
 * What the office calls that which only the holder of the receipt knows; names and pointers as in
 * {@link DossierFields}.
 *
 * @param required whether nothing is told without it
 * @param lookUpCode the look-up code printed on the receipt
 * @param phone the applicant's telephone number; it is compared and goes no further
 * @param applicant the applicant's name; only a masked one goes further
 */
public record ProofFields(boolean required, String lookUpCode, String phone, String applicant) {
  public static final ProofFields STANDARD =
      new ProofFields(true, "MaTraCuu", "SoDienThoai", "TenChuHoSo");

  public static final ProofFields NONE =
      new ProofFields(false, "MaTraCuu", "SoDienThoai", "TenChuHoSo");

  /**
   * @throws IllegalArgumentException naming the first field that is no JSON pointer
   */
  public ProofFields {
    Stream.of(lookUpCode, phone, applicant)
        .filter(field -> field.startsWith("/"))
        .forEach(JsonPointer::compile);
  }

  Stream<String> names() {
    return Stream.of(lookUpCode, phone, applicant);
  }
}
