package vn.vam.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints figures; claims none of them, since they are the machine's. */
class MeasuringRules {
  @Test
  @Timeout(600)
  void by_how_many_rules_there_are() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ReadingsASecond.class.getName())
                    .forks(1)
                    .shouldFailOnError(true)
                    .build())
            .run();

    assertThat(results).hasSize(6);
  }
}
