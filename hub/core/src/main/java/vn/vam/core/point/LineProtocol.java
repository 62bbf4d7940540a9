package vn.vam.core.point;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Points as InfluxDB line protocol, tags and fields sorted, times in milliseconds. Escapes as the
 * line protocol reference asks: comma and space in names and tag values, the equals sign too except
 * in measurements, quote and backslash in string fields; line breaks become spaces. Points that
 * break {@link PointLimits} cannot be written as a line.
 */
public final class LineProtocol {
  private LineProtocol() {}

  public static String of(Point point) {
    StringBuilder line = new StringBuilder(160);
    name(line, point.measurement(), ", ");
    for (Map.Entry<String, String> tag : point.tags().entrySet()) {
      name(line.append(','), tag.getKey(), ",= ");
      name(line.append('='), tag.getValue(), ",= ");
    }
    char separator = ' ';
    for (Map.Entry<String, Value> field : point.fields().entrySet()) {
      name(line.append(separator), field.getKey(), ",= ");
      value(line.append('='), field.getValue());
      separator = ',';
    }
    return line.append(' ').append(point.time().toEpochMilli()).toString();
  }

  private static void value(StringBuilder line, Value value) {
    switch (value) {
      case Value.Number number -> line.append(plain(number.number()));
      case Value.Text text -> quoted(line, text.text());
    }
  }

  /** Shortest decimal that reads back as the same double, without an exponent. */
  public static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    String shortest = Double.toString(number);
    return shortest.indexOf('E') < 0
        ? shortest
        : new BigDecimal(shortest).stripTrailingZeros().toPlainString();
  }

  private static void name(StringBuilder line, String name, String escaped) {
    for (int i = 0; i < name.length(); i++) {
      char c = withoutBreak(name.charAt(i));
      if (escaped.indexOf(c) >= 0) {
        line.append('\\');
      }
      line.append(c);
    }
  }

  private static void quoted(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = withoutBreak(text.charAt(i));
      if (c == '"' || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
    line.append('"');
  }

  private static char withoutBreak(char c) {
    return c == '\n' || c == '\r' ? ' ' : c;
  }
}
