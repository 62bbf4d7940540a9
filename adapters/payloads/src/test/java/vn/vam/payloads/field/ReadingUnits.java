package vn.vam.payloads.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vam.core.reading.Quantity;

class ReadingUnits {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SALINITY | 4,9 g/l      | 4.9
          SALINITY | 4,9gam/lít   | 4.9
          SALINITY | 4.9 ‰        | 4.9
          SALINITY | 4.9ppt       | 4.9
          SALINITY | 4.9 psu      | 4.9
          SALINITY | 4.9 phần ngàn | 4.9
          SALINITY | 4.9 phần nghìn | 4.9
          SALINITY | 4900 ppm     | 4.9
          SALINITY | 4900 mg/l    | 4.9
          EC25     | 7277 \u00b5s/cm | 7277
          EC25     | 7277 \u03bcs/cm | 7277
          EC25     | 7277us/cm    | 7277
          EC25     | 7,277 ms/cm  | 7277
          EC25     | 7.277 ds/m   | 7277
          EC25     | 0.7277 s/m   | 7277
          EC25     | 0.007277 s/cm | 7277
          """)
  void in_any_case_and_in_any_form_of_their_letters(
      Quantity quantity, String written, double expected) {
    for (Normalizer.Form form : Normalizer.Form.values()) {
      String letters = Normalizer.normalize(written, form);
      for (String text :
          new String[] {letters, letters.toUpperCase(Locale.ROOT), " " + letters + "\u00a0 "}) {
        assertThat(Numbers.read(TextNode.valueOf(text), new Field.Gauge(quantity, Scale.AS_IS)))
            .as(text)
            .hasValue(expected);
      }
    }
  }

  @Test
  void names_are_known_in_any_form_of_their_letters_too() {
    String name = "Độ mặn";
    FieldNames names = FieldNames.standard().with(Map.of(name, "salinity_gl"));

    for (Normalizer.Form form : Normalizer.Form.values()) {
      assertThat(names.find(Normalizer.normalize(name, form))).isPresent();
    }
  }
}
