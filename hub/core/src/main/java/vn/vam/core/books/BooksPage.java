package vn.vam.core.books;

import java.util.Map;
import java.util.function.Predicate;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.log.Place;

/**
 * The books at one instant.
 *
 * @param logged the last batch of the log that is counted here
 * @param received messages by source
 * @param inHand received and not yet logged, by source
 * @param accounts logged messages by account
 * @param written points the store took
 * @param merged points that fell on another of the same series and time
 */
public record BooksPage(
    Place logged,
    Map<String, Long> received,
    Map<String, Long> inHand,
    Map<Account, Long> accounts,
    long written,
    long merged) {
  public BooksPage {
    received = Map.copyOf(received);
    inHand = Map.copyOf(inHand);
    accounts = Map.copyOf(accounts);
  }

  public static BooksPage empty() {
    return new BooksPage(Place.START, Map.of(), Map.of(), Map.of(), 0, 0);
  }

  public long totalReceived() {
    return sum(received);
  }

  public long totalInHand() {
    return sum(inHand);
  }

  public long total(Heading heading) {
    return total(account -> account.heading() == heading);
  }

  public long total(Predicate<Account> which) {
    return accounts.entrySet().stream()
        .filter(account -> which.test(account.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Whether every received message stands under exactly one heading. */
  public boolean balances() {
    return totalReceived() == totalInHand() + total(account -> true);
  }

  /** The first two lines of the summary that people hold on to. */
  public String summary() {
    return """
        messages  received %d = in hand %d + queued %d + stored %d + rejected %d + ignored %d + duplicate %d
        points    %d = written %d + merged %d"""
        .formatted(
            totalReceived(),
            totalInHand(),
            total(Heading.QUEUED),
            total(Heading.STORED),
            total(Heading.REJECTED),
            total(Heading.IGNORED),
            total(Heading.DUPLICATE),
            written + merged,
            written,
            merged);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
