package vn.vam.influxdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotingInfluxQl {
  @Test
  void a_name_stays_one_name() {
    assertThat(InfluxQl.name("a\"; DROP DATABASE x --")).isEqualTo("\"a\\\"; DROP DATABASE x --\"");
    assertThat(InfluxQl.name("ends with \\")).isEqualTo("\"ends with \\\\\"");
    assertThat(InfluxQl.name("two\nlines")).isEqualTo("\"two\\nlines\"");
  }

  @Test
  void a_text_stays_one_text() {
    assertThat(InfluxQl.text("x' OR '1'='1")).isEqualTo("'x\\' OR \\'1\\'=\\'1'");
    assertThat(InfluxQl.text("\\'")).isEqualTo("'\\\\\\''");
  }
}
