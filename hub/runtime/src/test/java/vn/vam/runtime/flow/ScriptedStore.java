package vn.vam.runtime.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import vn.vam.core.point.Point;
import vn.vam.core.point.PointQuery;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.point.Stored;
import vn.vam.core.point.Summary;
import vn.vam.core.point.SummaryQuery;

/** Takes everything unless told otherwise, and no more than the port allows. */
final class ScriptedStore implements PointStore {
  final Deque<Stored> answers = new ConcurrentLinkedDeque<>();
  final List<List<Point>> writes = Collections.synchronizedList(new ArrayList<>());

  /** What happens before it answers. */
  volatile Runnable asked = () -> {};

  @Override
  public Stored write(List<Point> points) {
    assertThat(points).hasSizeLessThanOrEqualTo(MOST_POINTS);
    writes.add(List.copyOf(points));
    asked.run();
    Stored next = answers.pollFirst();
    return next == null ? new Stored.Written(List.of()) : next;
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
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public void close() {}
}
