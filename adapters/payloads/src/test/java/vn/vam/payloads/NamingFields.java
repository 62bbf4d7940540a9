package vn.vam.payloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.vam.core.reading.Quantity;
import vn.vam.payloads.field.FieldNames;

class NamingFields {
  @Test
  void knows_our_own_names() {
    for (String ours : FieldNames.ours()) {
      assertThat(FieldNames.standard().find(ours).orElseThrow().word()).isEqualTo(ours);
    }
  }

  @Test
  void knows_foreign_names_in_any_case() {
    assertThat(word("Salinity")).isEqualTo(Quantity.SALINITY.field());
    assertThat(word("sal_gl")).isEqualTo(Quantity.SALINITY.field());
    assertThat(word("ec_uscm")).isEqualTo(Quantity.EC25.field());
    assertThat(word("Four_EC")).isEqualTo(Quantity.EC25.field());
  }

  @Test
  void takes_no_battery_percentage_for_volts() {
    assertThat(FieldNames.standard().find("battery")).isEmpty();
  }

  @Test
  void can_be_extended_for_a_source() {
    FieldNames extended = FieldNames.standard().with(Map.of("Cond2", "ec25_us_cm", "gio", "time"));
    assertThat(extended.find("cond2").orElseThrow().word()).isEqualTo("ec25_us_cm");
    assertThat(extended.find("Gio").orElseThrow().word()).isEqualTo("time");
    assertThat(FieldNames.standard().find("cond2")).isEmpty();
  }

  @Test
  void refuses_to_rename_to_what_is_no_field_of_ours_and_lists_ours() {
    assertThatThrownBy(() -> FieldNames.standard().with(Map.of("cond2", "conductance")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("salinity_gl, ec25_us_cm");
  }

  @Test
  void prints_a_line_for_each_field_of_ours() {
    assertThat(FieldNames.standard().table())
        .hasSameSizeAs(FieldNames.ours())
        .anySatisfy(
            line -> assertThat(line).startsWith("salinity_gl").contains("salinity", "sal_gl"));
  }

  private static String word(String theirs) {
    return FieldNames.standard().find(theirs).orElseThrow().word();
  }
}
