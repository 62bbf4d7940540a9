package vn.vam.core.notify;

/**
 * A button under a message; pressing it says {@code payload} in the citizen's name.
 *
 * @param title at most 100 characters
 * @param payload at most 1000 characters
 */
public record Button(String title, String payload) {}
