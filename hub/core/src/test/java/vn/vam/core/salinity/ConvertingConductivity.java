package vn.vam.core.salinity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values: UNESCO Technical Papers in Marine Science 44, pages 9 and 11. */
class ConvertingConductivity {
  private static final double T90_OF_T68 = 1 / 1.00024;

  @ParameterizedTest(name = "ratio {0} at {1} °C and {2} dbar is {3}")
  @CsvSource({
    "1, 15, 0, 35.000000",
    "1.2, 20, 2000, 37.245628",
    "0.65, 5, 1500, 27.995347",
    "1.888091, 40, 10000, 40.0000"
  })
  void gives_the_published_salinities(double ratio, double t68, double dbar, double salinity) {
    double tolerance = dbar == 10_000 ? 5e-5 : 1e-6;
    assertThat(PracticalSalinity.ofRatio(ratio, t68, dbar)).isCloseTo(salinity, within(tolerance));
  }

  @ParameterizedTest(name = "ratio {0} at {1} °C and {2} dbar")
  @CsvSource({"1.2, 20, 2000, 1.0169429", "0.65, 5, 1500, 1.0204864", "1, 15, 0, 1"})
  void gives_the_published_pressure_terms(double ratio, double t68, double dbar, double term) {
    assertThat(PracticalSalinity.pressureTerm(ratio, t68, dbar)).isCloseTo(term, within(1e-7));
  }

  @ParameterizedTest(name = "{0} mS/cm at 25 °C is {1}")
  @CsvSource({
    "0.5, 0.2404",
    "1.0, 0.4924",
    "2.0, 1.0165",
    "4.0, 2.1138",
    "6, 3.2545",
    "7.5, 4.1316",
    "10, 5.6266",
    "15, 8.7170",
    "20, 11.915",
    "30, 18.570",
    "40, 25.519"
  })
  void gives_the_salinity_of_compensated_conductivity(double millisiemens, double salinity) {
    assertThat(PracticalSalinity.of(millisiemens * 1_000, 25))
        .isCloseTo(salinity, within(salinity < 10 ? 1e-4 : 1e-3));
  }

  @ParameterizedTest(name = "salinity {0} has {1} mS/cm")
  @CsvSource({
    "0.25, 0.5195",
    "0.5, 1.0148",
    "1, 1.9691",
    "2, 3.7967",
    "4, 7.2767",
    "8, 13.857",
    "15, 24.695",
    "30, 46.253"
  })
  void comes_back_to_the_salinity_whose_conductivity_is_known(
      double salinity, double millisiemens) {
    assertThat(PracticalSalinity.of(millisiemens * 1_000, 25))
        .isCloseTo(salinity, within(salinity * 3e-4));
  }

  @Test
  void uncompensated_warm_water_reads_a_seventh_higher() {
    double warm = PracticalSalinity.of(7_276.7 * 1.145, 32);

    assertThat(warm).isCloseTo(4, within(0.02));
  }

  @Test
  void fresh_water_has_none() {
    assertThat(PracticalSalinity.of(0, 28)).isZero();
    assertThat(PracticalSalinity.of(20, 28)).isZero();
  }

  @Test
  void rises_with_the_conductivity_without_a_jump_where_the_extension_ends() {
    double before = 0;
    for (double conductivity = 30; conductivity < 50_000; conductivity += 5) {
      double salinity = PracticalSalinity.of(conductivity, 28 * T90_OF_T68);
      assertThat(salinity).isGreaterThanOrEqualTo(before).isLessThan(before + 0.02);
      before = salinity;
    }
  }
}
