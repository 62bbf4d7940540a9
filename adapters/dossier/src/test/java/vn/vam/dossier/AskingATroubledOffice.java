package vn.vam.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Dossiers.LookUp;

class AskingATroubledOffice {
  private static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  private static final Duration DEADLINE = Duration.ofMillis(400);
  private static final String BODY = "{\"MaTrangThai\":4}";
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ";

  private final List<Socket> visitors = new CopyOnWriteArrayList<>();
  private final ExecutorService people = Executors.newCachedThreadPool();
  private ServerSocket office;
  private HttpDossiers dossiers;

  private volatile Instant now = Instant.EPOCH;
  private volatile String answer = "";

  @BeforeEach
  void open() throws IOException {
    office = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    URI url = URI.create("http://127.0.0.1:" + office.getLocalPort());
    DossierConfig config =
        new DossierConfig(url, DEADLINE, 3, DossierFields.STANDARD).withoutProof();
    InstantSource time = () -> now;
    dossiers = new HttpDossiers(config, time.withZone(ZoneOffset.UTC));
  }

  @AfterEach
  void close() throws IOException {
    dossiers.close();
    office.close();
    for (Socket visitor : visitors) {
      visitor.close();
    }
    people.shutdownNow();
  }

  @Test
  void one_that_never_answers_is_given_up_at_the_deadline_and_hung_up_on() {
    receive("");

    assertThat(timed()).isBetween(DEADLINE, DEADLINE.multipliedBy(4));
    await().until(() -> visitors.getFirst().getInputStream().read() == -1);
  }

  @Test
  void one_that_stops_in_the_middle_of_its_answer_is_given_up_at_the_deadline() {
    receive(HEAD + "500\r\n\r\n{\"MaTrangThai\":");

    assertThat(timed()).isBetween(DEADLINE, DEADLINE.multipliedBy(4));
  }

  @Test
  void one_that_drips_is_given_up_at_the_deadline() {
    drip(HEAD + "500\r\n\r\n");

    assertThat(timed()).isBetween(DEADLINE, DEADLINE.multipliedBy(4));
  }

  @Test
  void one_that_hangs_up_early_is_unavailable() {
    receiveAndHangUp(HEAD + "500\r\n\r\n{\"MaTrangThai\":4");

    assertThat(reason()).startsWith("the connection broke");
  }

  @Test
  void one_that_speaks_no_http_is_unavailable() {
    receiveAndHangUp("220 smtp.example ESMTP\r\n");

    assertThat(reason()).startsWith("the connection broke").doesNotContain("smtp");
  }

  @Test
  void more_look_ups_than_allowed_are_answered_at_once() {
    receive("");
    List<CompletableFuture<LookUp>> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(
          CompletableFuture.supplyAsync(() -> dossiers.find(CODE, Optional.empty()), people));
    }
    await().until(() -> visitors.size() == 3);

    assertThat(dossiers.find(CODE, Optional.empty()))
        .isEqualTo(new LookUp.Unavailable("all look-ups are taken"));
    assertThat(waiting)
        .allSatisfy(one -> assertThat(one.join()).isInstanceOf(LookUp.Unavailable.class));
  }

  @Test
  void after_five_silences_it_is_left_alone_and_tried_again_later() {
    receiveAndHangUp("");
    for (int i = 0; i < 5; i++) {
      dossiers.find(CODE, Optional.empty());
    }
    int before = visitors.size();

    assertThat(reason()).isEqualTo("left alone for a while");
    assertThat(visitors).hasSize(before);

    now = now.plusSeconds(16);
    assertThat(reason()).startsWith("the connection broke");
    assertThat(reason()).isEqualTo("left alone for a while");
  }

  @Test
  void a_clock_that_is_set_back_does_not_make_the_rest_longer() {
    receiveAndHangUp("");
    for (int i = 0; i < 5; i++) {
      dossiers.find(CODE, Optional.empty());
    }
    now = now.minusSeconds(3_600);

    assertThat(reason()).startsWith("the connection broke");
    assertThat(reason()).isEqualTo("left alone for a while");
  }

  @Test
  void one_good_answer_ends_the_rest() {
    serve(visitor -> send(visitor, answer, true));
    for (int i = 0; i < 5; i++) {
      dossiers.find(CODE, Optional.empty());
    }
    answer = HEAD + BODY.length() + "\r\nConnection: close\r\n\r\n" + BODY;
    now = now.plusSeconds(16);

    assertThat(dossiers.find(CODE, Optional.empty())).isInstanceOf(LookUp.Found.class);
    assertThat(dossiers.find(CODE, Optional.empty())).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void a_stopping_hub_is_not_kept_waiting() throws Exception {
    receive("");
    CompletableFuture<LookUp> lookUp = new CompletableFuture<>();
    Thread asking =
        Thread.ofPlatform().start(() -> lookUp.complete(dossiers.find(CODE, Optional.empty())));
    await().until(() -> !visitors.isEmpty());

    asking.interrupt();

    assertThat(lookUp.get(5, TimeUnit.SECONDS))
        .isEqualTo(new LookUp.Unavailable("the hub is stopping"));
  }

  private Duration timed() {
    long start = System.nanoTime();
    assertThat(reason()).isEqualTo("no whole answer within 400 ms");
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private String reason() {
    return ((LookUp.Unavailable) dossiers.find(CODE, Optional.empty())).reason();
  }

  private void receive(String answer) {
    serve(visitor -> send(visitor, answer, false));
  }

  private void receiveAndHangUp(String answer) {
    serve(visitor -> send(visitor, answer, true));
  }

  /** A byte whenever one was awaited for a tenth of the deadline. */
  private void drip(String head) {
    serve(
        visitor -> {
          send(visitor, head, false);
          visitor.setSoTimeout((int) DEADLINE.toMillis() / 10);
          while (isStillThere(visitor)) {
            visitor.getOutputStream().write(' ');
          }
        });
  }

  private static boolean isStillThere(Socket visitor) throws IOException {
    try {
      return visitor.getInputStream().read() >= 0;
    } catch (SocketTimeoutException quiet) {
      return true;
    }
  }

  private interface Behaviour {
    void meet(Socket visitor) throws IOException;
  }

  private void serve(Behaviour behaviour) {
    people.execute(
        () -> {
          while (!office.isClosed()) {
            welcome(behaviour);
          }
        });
  }

  private void welcome(Behaviour behaviour) {
    try {
      Socket visitor = office.accept();
      visitors.add(visitor);
      people.execute(() -> meet(behaviour, visitor));
    } catch (IOException closing) {
      assertThat(office.isClosed()).isTrue();
    }
  }

  private static void meet(Behaviour behaviour, Socket visitor) {
    try {
      readRequest(visitor);
      behaviour.meet(visitor);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static void readRequest(Socket visitor) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = visitor.getInputStream().read();
      if (next < 0) {
        return;
      }
      request.append((char) next);
    }
  }

  private static void send(Socket visitor, String answer, boolean hangUp) throws IOException {
    visitor.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
    visitor.getOutputStream().flush();
    if (hangUp) {
      visitor.close();
    }
  }
}
