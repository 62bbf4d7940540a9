package vn.vam.zalo;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects an answer's bytes and hangs up on one that does not end. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> collecting = BodySubscribers.ofByteArray();
  private final int limit;
  private long received;
  private @Nullable Subscription subscription;

  private LimitedBody(int limit) {
    this.limit = limit;
  }

  static BodyHandler<byte[]> ofBytes(int limit) {
    return answer -> new LimitedBody(limit);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return collecting.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    collecting.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    received += buffers.stream().mapToLong(Buffer::remaining).sum();
    if (received <= limit) {
      collecting.onNext(buffers);
      return;
    }
    if (subscription != null) {
      subscription.cancel();
    }
    collecting.onError(new IOException("answer longer than " + limit + " bytes"));
  }

  @Override
  public void onError(Throwable problem) {
    collecting.onError(problem);
  }

  @Override
  public void onComplete() {
    collecting.onComplete();
  }
}
