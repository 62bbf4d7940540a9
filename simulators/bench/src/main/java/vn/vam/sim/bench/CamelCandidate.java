package vn.vam.sim.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A plain route of Camel in a process of its own. */
final class CamelCandidate implements Candidate {
  private static final String CLIENT = "camel-bench";

  private final boolean batch;

  CamelCandidate(boolean batch) {
    this.batch = batch;
  }

  @Override
  public String name() {
    return batch ? "camel, batches" : "camel";
  }

  @Override
  public Map<String, List<String>> sessions() {
    return Map.of(CLIENT, List.of(CamelRoute.FILTER));
  }

  @Override
  public Target target() {
    return new Target("camel", "salinity", "salinity_gl");
  }

  @Override
  public Child start(Ground ground) throws IOException {
    return Child.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            GcLog.javaOption(ground.folder),
            "-cp",
            System.getProperty("java.class.path"),
            CamelRoute.class.getName(),
            ground.broker(),
            ground.database(),
            CLIENT,
            Boolean.toString(batch)),
        Map.of(),
        ground.folder.resolve("camel.log"));
  }

  @Override
  public GcLog.Collected collected(Ground ground) throws IOException {
    return GcLog.ofJavaIn(ground.folder);
  }
}
