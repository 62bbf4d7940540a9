package vn.vam.zalo;

/**
 * What a sender should do about a refusal; the platform has many codes but only a few consequences.
 */
public enum ErrorClass {
  /** Too many requests a minute: slow down, then the same request again. */
  BACK_OFF,
  /** The attachment has ended its seven days: upload it again, then the same request. */
  REUPLOAD,
  /** The platform failed by its own account: once more, not for ever. */
  RETRY_ONCE,
  /** This request will never be accepted as it is. */
  PERMANENT,
  /** A person must repair something in a console: account, permission, package, money, consent. */
  HUMAN,
  /** Acceptable, only not now: a quota or a job in progress. */
  LATER,
  /** This recipient cannot be reached this way; others can. */
  RECIPIENT,
  /** The access token is not valid, and replacing it once did not help. */
  REFRESH_ONCE,
  /** Not between 22:00 and 06:00, Asia/Ho_Chi_Minh: again from 06:05. */
  AFTER_NIGHT,
  /** A code no table here knows: do not repeat, show it to a person. */
  UNKNOWN
}
