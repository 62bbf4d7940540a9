package vn.vam.core.notify;

/**
 * A draft that is under way.
 *
 * @param id of the row in the outbox
 * @param attempts how often it was tried before
 */
public record OutboxMessage(long id, Draft draft, int attempts) {}
