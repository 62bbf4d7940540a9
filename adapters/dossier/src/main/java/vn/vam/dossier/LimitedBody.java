package vn.vam.dossier;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects an answer's bytes, and hangs up on one that is too long. */
final class LimitedBody implements BodySubscriber<byte[]> {
  /** The answer went beyond the limit. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private long left;
  private Optional<Subscription> subscription = Optional.empty();

  private LimitedBody(int most) {
    left = most;
  }

  static BodyHandler<byte[]> of(int most) {
    return response -> new LimitedBody(most);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = Optional.of(subscription);
    whole.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (left < 0) {
      subscription.ifPresent(Subscription::cancel);
      whole.onError(new TooLarge());
    } else {
      whole.onNext(buffers);
    }
  }

  @Override
  public void onError(Throwable problem) {
    whole.onError(problem);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
