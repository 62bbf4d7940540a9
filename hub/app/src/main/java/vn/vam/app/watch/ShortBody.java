package vn.vam.app.watch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes an answer of up to 16 KB; what is longer is not read to its end and counts as empty. */
final class ShortBody implements BodySubscriber<byte[]> {
  private static final int LONGEST = 16 * 1024;

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source.complete(subscription);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      read.writeBytes(part);
    }
    if (read.size() > LONGEST) {
      source.join().cancel();
      whole.complete(new byte[0]);
    }
  }

  @Override
  public void onError(Throwable failed) {
    whole.completeExceptionally(failed);
  }

  @Override
  public void onComplete() {
    whole.complete(read.toByteArray());
  }
}
