package vn.vam.dossier;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.dossier.Dossiers.LookUp;

/** Tells operators why the office cannot be asked: once, and again when the reason is another. */
final class Troubles {
  private static final Logger log = LoggerFactory.getLogger(Troubles.class);

  private final AtomicReference<String> told = new AtomicReference<>("");

  void of(LookUp found) {
    String reason = found instanceof LookUp.Unavailable unavailable ? unavailable.reason() : "";
    String before = told.getAndSet(reason);
    if (!reason.equals(before) && !reason.isEmpty()) {
      log.warn("the dossier office cannot be asked, reason={}", reason);
    }
  }
}
