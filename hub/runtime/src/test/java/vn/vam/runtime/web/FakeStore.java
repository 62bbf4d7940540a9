package vn.vam.runtime.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;

/** Answers queries with a function and remembers them. */
final class FakeStore implements PointStore {
  private final List<SeriesQuery> asked = new ArrayList<>();
  private Function<SeriesQuery, List<Sample>> answer = query -> List.of();

  synchronized void answer(Function<SeriesQuery, List<Sample>> samples) {
    answer = samples;
  }

  void goAway() {
    answer(
        query -> {
          throw new StoreUnavailable("influx at 127.0.0.1:8086", new IOException("refused"));
        });
  }

  synchronized int timesAsked() {
    return asked.size();
  }

  synchronized SeriesQuery lastAsked() {
    return asked.getLast();
  }

  @Override
  public List<Point> points(PointQuery query) {
    throw new UnsupportedOperationException("nobody reads points here");
  }

  @Override
  public List<Summary> summaries(SummaryQuery query) {
    throw new UnsupportedOperationException("nobody sums up here");
  }

  @Override
  public List<Sample> read(SeriesQuery query) {
    Function<SeriesQuery, List<Sample>> samples;
    synchronized (this) {
      asked.add(query);
      samples = answer;
    }
    return samples.apply(query);
  }

  @Override
  public Stored write(List<Point> points) {
    throw new UnsupportedOperationException("the web writes nothing");
  }

  @Override
  public void close() {}
}
