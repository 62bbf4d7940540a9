package vn.vam.core.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.AlertState;
import vn.vam.core.alert.Trouble;
import vn.vam.testing.Alerts;

class TellingOfTheHub {
  @ParameterizedTest
  @EnumSource(Trouble.class)
  void every_trouble_has_words_a_person_understands(Trouble trouble) {
    Alert alert =
        Alerts.alert(
            "A-1",
            trouble.rule(),
            Trouble.HUB,
            trouble.severity(),
            AlertState.RAISED,
            Shift.NOON,
            Optional.empty(),
            75,
            Optional.empty());

    assertThat(Shift.line().of(alert, Shift.NOON))
        .startsWith("Máy chủ Vàm: ")
        .endsWith("(từ 12:00 hôm nay)")
        .doesNotContain("hub");
  }
}
