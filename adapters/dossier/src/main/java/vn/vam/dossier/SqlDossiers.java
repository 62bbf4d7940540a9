package vn.vam.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;

/**
 * Looks dossiers up in a database, with one query whose only parameter is the code. However the
 * database behaves, a look-up is over at its deadline, takes at most one row, and keeps no other
 * waiting. Safe for several threads.
 */
public final class SqlDossiers implements OfficeConfig.Office {
  private static final int LONGEST_VALUE = 4_000;

  private final SqlConfig config;
  private final OfficeAnswer answer;
  private final Gate gate;
  private final ExecutorService asking;
  private final HikariDataSource connections;

  public SqlDossiers(SqlConfig config, Clock clock) {
    this.config = config;
    this.answer = new OfficeAnswer(config.fields(), config.proof());
    this.gate = new Gate(config.parallel(), clock);
    this.asking =
        Executors.newFixedThreadPool(
            config.parallel(), Thread.ofPlatform().daemon().name("dossier-query-", 0).factory());
    this.connections = Connections.of(config);
  }

  @Override
  public boolean needProof() {
    return config.proof().required();
  }

  @Override
  public LookUp find(DossierCode code, Optional<Proof> proof) {
    return find(Question.first(code, proof));
  }

  @Override
  public LookUp again(DossierCode code) {
    return find(Question.again(code));
  }

  private LookUp find(Question question) {
    return gate.enter().orElseGet(() -> await(new Asked(question)));
  }

  /** A look-up under way: its place is free again when its query has ended, however late. */
  private final class Asked implements Runnable {
    private final Question question;
    private final CompletableFuture<LookUp> answered = new CompletableFuture<>();
    private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();

    private Asked(Question question) {
      this.question = question;
    }

    /** The place is free before anybody hears the answer: whoever asks next finds it. */
    @Override
    public void run() {
      Runnable tell = asked();
      gate.leave();
      tell.run();
    }

    private Runnable asked() {
      try {
        LookUp found = query();
        return () -> answered.complete(found);
      } catch (SQLException | RuntimeException failed) {
        return () -> answered.completeExceptionally(failed);
      }
    }

    private LookUp query() throws SQLException {
      try (Connection connection = connections.getConnection();
          PreparedStatement query = connection.prepareStatement(config.query())) {
        running.set(query);
        query.setMaxRows(2);
        query.setString(1, question.code().value());
        try (ResultSet rows = query.executeQuery()) {
          return read(rows);
        } finally {
          running.set(null);
        }
      }
    }

    private LookUp read(ResultSet rows) throws SQLException {
      Columns columns = Columns.of(rows.getMetaData());
      if (!columns.has(config.fields().state()) && !columns.has(config.fields().stateText())) {
        return new LookUp.Unavailable("the query has no column for the state");
      }
      if (!rows.next()) {
        return new LookUp.NotFound();
      }
      ObjectNode row = row(columns, rows);
      return rows.next()
          ? new LookUp.Unavailable("the query brings more than one row for a code")
          : answer.read(question, row);
    }

    private void giveUp() {
      Statement query = running.get();
      if (query != null) {
        Thread.ofVirtual().start(() -> cancel(query));
      }
    }
  }

  private LookUp await(Asked asked) {
    try {
      asking.execute(asked);
      LookUp found = asked.answered.get(config.deadline().toMillis(), TimeUnit.MILLISECONDS);
      return gate.answered(found);
    } catch (TimeoutException late) {
      asked.giveUp();
      return gate.unanswered("no answer within " + config.deadline().toMillis() + " ms");
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      return failed(cause == null ? failed : cause);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      asked.giveUp();
      return new LookUp.Unavailable("the hub is stopping");
    } catch (RejectedExecutionException closed) {
      gate.leave();
      return new LookUp.Unavailable("the hub is stopping");
    }
  }

  private LookUp failed(Throwable problem) {
    SqlTrouble trouble = SqlTrouble.of(problem);
    return switch (trouble.part()) {
      case QUERY -> gate.answered(new LookUp.Unavailable(trouble.reason()));
      case ACCOUNT, DATABASE -> gate.unanswered(trouble.reason());
    };
  }

  private static void cancel(Statement query) {
    try {
      query.cancel();
    } catch (SQLException alreadyOver) {
      // nothing is left to be cancelled; the server's own limit ends what was not heard
    }
  }

  private ObjectNode row(Columns columns, ResultSet rows) throws SQLException {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (String name : config.names()) {
      Optional<Integer> column = columns.place(name);
      String value = column.isEmpty() ? null : rows.getString(column.get());
      if (value != null) {
        row.put(name, value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
      }
    }
    return row;
  }

  /** Hangs up on what is under way. */
  @Override
  public void close() {
    asking.shutdownNow();
    connections.close();
  }
}
