package vn.vam.dossier;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;

/**
 * Looks dossiers up over HTTP. However the office behaves, a look-up is over at its deadline, holds
 * no more than 256 KB, follows no redirect, and keeps no other waiting. Safe for several threads.
 */
public final class HttpDossiers implements OfficeConfig.Office {
  private static final int LARGEST_BODY = 256 * 1024;
  private static final String PATH = "/api/hoso/";

  private final DossierConfig config;
  private final OfficeAnswer answer;
  private final Gate gate;
  private final HttpClient client;

  public HttpDossiers(DossierConfig config, Clock clock) {
    this.config = config;
    this.answer = new OfficeAnswer(config.fields(), config.proof());
    this.gate = new Gate(config.parallel(), clock);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(config.deadline())
            .build();
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
    return gate.enter().orElseGet(() -> ask(question));
  }

  private LookUp ask(Question question) {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(question.code()), LimitedBody.of(LARGEST_BODY));
    try {
      HttpResponse<byte[]> response =
          exchange.get(config.deadline().toMillis(), TimeUnit.MILLISECONDS);
      return gate.answered(read(question, response));
    } catch (TimeoutException late) {
      return gate.unanswered("no whole answer within " + config.deadline().toMillis() + " ms");
    } catch (ExecutionException broken) {
      return gate.unanswered(reason(broken));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new LookUp.Unavailable("the hub is stopping");
    } finally {
      exchange.cancel(true);
      gate.leave();
    }
  }

  private HttpRequest request(DossierCode code) {
    String base = config.url().toString().replaceAll("/+$", "");
    String encoded = URLEncoder.encode(code.value(), StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(base + PATH + encoded))
        .header("Accept", "application/json")
        .build();
  }

  private LookUp read(Question question, HttpResponse<byte[]> response) {
    return switch (response.statusCode()) {
      case 200 -> answer.read(question, response.body());
      case 404 -> new LookUp.NotFound();
      default -> new LookUp.Unavailable("status " + response.statusCode());
    };
  }

  /** By kind alone: messages of exceptions may quote the address, and it ends with the code. */
  private static String reason(ExecutionException broken) {
    Throwable cause = broken.getCause();
    if (cause instanceof LimitedBody.TooLarge) {
      return "the answer is longer than " + LARGEST_BODY + " bytes";
    }
    return cause instanceof ConnectException
        ? "no connection"
        : "the connection broke, " + (cause == null ? broken : cause).getClass().getSimpleName();
  }

  /** Hangs up on what is under way. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
