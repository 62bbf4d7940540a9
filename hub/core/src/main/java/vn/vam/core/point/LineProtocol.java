package vn.vam.core.point;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Points as InfluxDB line protocol, tags and fields sorted, times in milliseconds. Escapes as the
 * line protocol reference asks: comma, equals sign and space in names and tag values, quote and
 * backslash in string fields; line breaks become spaces, since no name holds one.
 */
public final class LineProtocol {
  private LineProtocol() {}

  public static String of(Point point) {
    StringBuilder line = new StringBuilder(160);
    name(line, point.measurement());
    for (Map.Entry<String, String> tag : point.tags().entrySet()) {
      name(line.append(','), tag.getKey());
      name(line.append('='), tag.getValue());
    }
    char separator = ' ';
    for (Map.Entry<String, Value> field : point.fields().entrySet()) {
      name(line.append(separator), field.getKey());
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
  private static String plain(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return new BigDecimal(Double.toString(number)).toPlainString();
  }

  private static void name(StringBuilder line, String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ',' || c == '=' || c == ' ') {
        line.append('\\');
      }
      line.append(c == '\n' || c == '\r' ? ' ' : c);
    }
  }

  private static void quoted(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\');
      }
      line.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    line.append('"');
  }
}
