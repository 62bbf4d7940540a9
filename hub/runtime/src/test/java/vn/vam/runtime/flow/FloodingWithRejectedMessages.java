package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.books.Account.Heading;
import vn.vam.core.books.Books;
import vn.vam.core.books.BooksPage;
import vn.vam.core.ingest.RejectedAllowance;
import vn.vam.core.log.LogEntry;
import vn.vam.core.message.DuplicateFilter;
import vn.vam.core.message.Envelope.Kept;
import vn.vam.core.message.MessageSource.Arrival;
import vn.vam.core.message.Outcome;
import vn.vam.core.message.RawMessage;
import vn.vam.core.message.Redactor;

/** Two broken messages a minute are kept whole. */
class FloodingWithRejectedMessages {
  private static final RawMessage BROKEN = Water.message("broken");
  private static final int ROOM = BROKEN.topic().length() + BROKEN.payload().size();

  private final MemoryLog log = new MemoryLog();
  private final Books books = new Books(BooksPage.empty());
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private final Intake intake =
      new Intake(
          new Ingest(
              Map.of(Water.SOURCE, new Ingest.Source(Water.decoder(), Redactor.NOTHING)),
              new DuplicateFilter(1_000, 100),
              List.of(),
              new RejectedAllowance(4 * ROOM)),
          log,
          books,
          new SimpleMeterRegistry(),
          () -> {});

  @BeforeEach
  void start() {
    intake.start();
  }

  @AfterEach
  void stop() {
    intake.stop();
  }

  @Test
  void keeps_the_first_whole_and_of_the_others_their_size() {
    flood(5);

    assertThat(log.entries())
        .extracting(entry -> entry.envelope().kept())
        .containsExactly(Kept.WHOLE, Kept.WHOLE, Kept.HEAD, Kept.HEAD, Kept.HEAD);
    LogEntry last = log.entries().getLast();
    assertThat(last.message().payload().text()).contains("{\"bytes\":6}");
    assertThat(((Outcome.Rejected) last.outcome()).detail())
        .startsWith("expected {")
        .endsWith("its size alone is kept, too much was rejected within a minute");
  }

  @Test
  void counts_and_acknowledges_each() {
    flood(5);

    assertThat(acknowledged).hasSize(5);
    assertThat(books.page().total(Heading.REJECTED)).isEqualTo(5);
    assertThat(books.page().balances()).isTrue();
  }

  @Test
  void costs_what_is_understood_nothing() {
    flood(5);
    arrives("0 4.2");

    await().until(() -> books.page().total(Heading.QUEUED) == 1);
    assertThat(log.entries().getLast().envelope().kept()).isEqualTo(Kept.WHOLE);
  }

  @Test
  void does_not_cost_what_failed_by_a_mistake_of_ours() {
    flood(5);
    arrives("mistake");

    await().until(() -> acknowledged.size() == 6);
    assertThat(log.entries().getLast().envelope().kept()).isEqualTo(Kept.WHOLE);
  }

  private void flood(int messages) {
    IntStream.range(0, messages).forEach(i -> arrives("broken"));
    await().until(() -> acknowledged.size() == messages);
  }

  private void arrives(String text) {
    intake.arrived(new Arrival(Water.message(text), () -> acknowledged.add(text)));
  }
}
