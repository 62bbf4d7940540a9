package vn.vam.core.message;

import java.util.Locale;

/** Why a message could not become readings. The word is what operators see and metrics count. */
public enum RejectReason {
  /** Not the format the source speaks: broken JSON, wrong encoding, trailing bytes. */
  MALFORMED_JSON,
  /** Bytes that are not UTF-8, or text in another form than the source speaks. */
  MALFORMED_TEXT,
  /** Bytes that are not the binary encoding the source speaks, or more or fewer than it takes. */
  MALFORMED_BINARY,
  /** Nested deeper, or longer, than the limits allow. */
  TOO_LARGE,
  /** A topic without a device, or of a kind nobody knows. */
  UNKNOWN_TOPIC,
  /** The device is not in the configuration; kept aside until it is adopted. */
  UNKNOWN_DEVICE,
  /** The device is known, but for another kind of station than the topic says. */
  WRONG_KIND,
  /** A field that must be there is missing. */
  MISSING_FIELD,
  /** A field holds something it cannot hold. */
  BAD_FIELD,
  /** Nothing measured is left after unreadable numbers were dropped. */
  NO_MEASURED_FIELD,
  /** The uplink carries raw bytes and no decoded object, and no codec is known for it. */
  NO_CODEC,
  /** More messages of one device than are taken. */
  RATE_LIMITED,
  /** A lane or direction more than one device can have. */
  TOO_MANY_SERIES,
  /** The database refused the points for good. */
  REFUSED_BY_STORE,
  /** The hub's own mistake while decoding; the message is kept for a corrected version. */
  INTERNAL_ERROR;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
