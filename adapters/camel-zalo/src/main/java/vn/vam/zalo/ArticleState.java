package vn.vam.zalo;

/** Where an article stands. */
public sealed interface ArticleState extends Answer {
  /**
   * Taken, and being looked at: ask {@code zalo:articleState} with the token after some seconds.
   */
  record Accepted(String token) implements ArticleState {}

  /** There. */
  record Published(String id) implements ArticleState {}
}
