package vn.vam.zalo;

/**
 * What an upload is called in messages, for seven days.
 *
 * @param handle an attachment id for pictures, a token for files
 */
public record Uploaded(String handle) implements Answer {}
