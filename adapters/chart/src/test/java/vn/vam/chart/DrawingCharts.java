package vn.vam.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.chart.SaltChart.Mark;
import vn.vam.core.chart.SaltChart.Point;
import vn.vam.core.chart.SaltChart.Tide;

class DrawingCharts {
  private static final Instant NOW = Instant.parse("2026-03-12T05:20:00Z");
  private static final int MOST_BYTES = 60_000;
  private static final List<Mark> CLASSES =
      List.of(
          new Mark(0.5, "trên 0,5 g/l: hơi mặn"),
          new Mark(1, "trên 1 g/l: lợ"),
          new Mark(2, "trên 2 g/l: mặn"),
          new Mark(4, "trên 4 g/l: rất mặn"));

  private final PngChart drawing = new PngChart();

  /** A name, and what it shows. */
  record Case(String name, SaltChart chart) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> charts() {
    return Stream.of(
        new Case("a-day-by-classes", chart(Duration.ofDays(1), 2.2, CLASSES)),
        new Case("a-day-of-fresh-water", chart(Duration.ofDays(1), 0.12, CLASSES)),
        new Case("a-day-of-the-sea", chart(Duration.ofDays(1), 24, CLASSES)),
        new Case(
            "a-day-by-ones-own-limit",
            chart(Duration.ofDays(1), 1.4, List.of(new Mark(1, "mức bà con đặt: 1 g/l")))),
        new Case("three-days", chart(Duration.ofDays(3), 2.2, CLASSES)),
        new Case(
            "no-salt-at-all",
            new SaltChart(
                "Độ mặn Cửa Tiểu",
                NOW.minus(Duration.ofDays(1)),
                NOW,
                List.of(new Point(NOW.minusSeconds(3_600), 0), new Point(NOW, 0)),
                List.of(),
                List.of())));
  }

  private static SaltChart chart(Duration span, double most, List<Mark> marks) {
    Instant from = NOW.minus(span);
    Duration step = span.dividedBy(48);
    return new SaltChart(
        "Độ mặn Đồng Tâm – Rạch Gầm",
        from,
        NOW,
        IntStream.range(0, 48)
            .filter(i -> i < 15 || i > 24)
            .mapToObj(
                i ->
                    new Point(
                        from.plus(step.multipliedBy(i)),
                        most * (0.55 + 0.45 * Math.sin(i * step.toMinutes() / 120.0))))
            .toList(),
        marks,
        List.of(
            new Tide(from.plus(span.dividedBy(5)), true),
            new Tide(from.plus(span.dividedBy(2)), false)));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void begin_at_no_salt_and_hold_the_whole_line_on_even_steps(Case one) {
    Frame frame = Frame.of(one.chart());
    double most = one.chart().points().stream().mapToDouble(Point::value).max().orElseThrow();

    assertThat(frame.y(0)).isEqualTo(Frame.BOTTOM);
    assertThat(frame.y(frame.highest() / 2)).isEqualTo((Frame.BOTTOM + Frame.TOP) / 2.0);
    assertThat(frame.levels()).first().isEqualTo(0.0);
    assertThat(most).isLessThanOrEqualTo(frame.highest());
  }

  @ParameterizedTest
  @MethodSource("charts")
  void are_png_of_sixteen_to_nine_and_light_enough_for_a_slow_line(Case given) throws IOException {
    byte[] png = drawing.png(given.chart());
    keep(given.name(), png);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth() * 9).isEqualTo(image.getHeight() * 16);
    assertThat(png.length).isLessThan(MOST_BYTES);
    assertThat(coloursOf(image)).as("line, grid and letters").isGreaterThan(20);
  }

  @Test
  void are_the_same_picture_whenever_they_are_drawn() {
    SaltChart chart = chart(Duration.ofDays(1), 2.2, CLASSES);

    assertThat(drawing.png(chart)).isEqualTo(new PngChart().png(chart));
  }

  @Test
  void are_written_with_every_letter_of_the_language() {
    Lettering lettering = new Lettering();
    "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ–▲▼"
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(
            letter ->
                assertThat(lettering.outline(letter, 100, 0, 0).getBounds())
                    .as(letter)
                    .isNotEqualTo(lettering.outline("\uFFFF", 100, 0, 0).getBounds()));
  }

  private static long coloursOf(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }

  /** For whoever wants to look at them. */
  private static void keep(String name, byte[] png) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/charts"));
    Files.write(folder.resolve(name + ".png"), png);
  }
}
