package vn.vam.core.notify;

import vn.vam.core.rule.AlertChange;

/**
 * A change of an alert that its audience has not been told of yet.
 *
 * @param id of the row in the outbox
 * @param alert the alert's number
 */
public record AlertNotice(long id, String alert, AlertChange change) {}
