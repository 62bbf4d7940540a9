package vn.vam.sim.office;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dossier in the field names of look-ups in use. */
final class DossierJson {

  private DossierJson() {}

  static JsonObject of(Dossier dossier, Instant now) {
    DossierState state = dossier.stateAt(now);
    return new JsonObject()
        .put("MaHoSo", dossier.code().text())
        .put("TenTTHC", dossier.procedure().name())
        .put("MaTrangThai", state.number())
        .put("TenTrangThai", state.words())
        .put("DonViXuLy", dossier.commune().office())
        .put("CoQuanTiepNhan", dossier.commune().office())
        .put("TenChuHoSo", dossier.applicant().name())
        .put("SoDienThoai", dossier.applicant().phone())
        .put("MaTraCuu", dossier.lookupCode())
        .put("NgayTiepNhan", written(dossier.receivedAt(now)))
        .put("HanGiaiQuyet", written(dossier.dueAt(now)))
        .put("NgayTraKetQua", written(dossier.handedOverAt(now)));
  }

  /** RFC 3339 with the local offset, to the second; null when it has not happened. */
  private static @Nullable String written(Optional<Instant> at) {
    return at.map(each -> each.truncatedTo(ChronoUnit.SECONDS).atOffset(OfficeHours.LOCAL_TIME))
        .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
        .orElse(null);
  }
}
