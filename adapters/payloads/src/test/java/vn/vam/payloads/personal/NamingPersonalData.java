package vn.vam.payloads.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vam.core.message.Payload;

class NamingPersonalData {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plate",
        "plates",
        "license_plate",
        "recognized_license_plate",
        "recognized_license_plate_score",
        "LicensePlate",
        "LICENSE_PLATE",
        "licenseplate",
        "PlateNumber",
        "platenumber",
        "PlateNo",
        "plate_box",
        "numberPlate",
        "lpr",
        "ALPR",
        "anpr_text",
        "bien_so",
        "BienSoXe",
        "biển số",
        "Biển_số",
        "BIỂN SỐ XE",
        "BiểnSố",
        "bie\u0302\u0309n so\u0302\u0301",
        "bi\u00ea\u0309n so\u0301",
        "biển kiểm soát",
        "face",
        "faces",
        "Face",
        "face_id",
        "faceName",
        "facial-match"
      })
  void knows_plates_and_faces_in_every_message(String name) {
    assertThat(PersonalKeys.isPersonal(name, false)).isTrue();
    assertThat(PersonalKeys.mayBeIn(Payload.ofText("{\"" + name + "\":1}"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sub_label",
        "attributes",
        "description",
        "thumbnail",
        "Image",
        "name",
        "thumb_path"
      })
  void knows_names_and_pictures_in_what_cameras_say(String name) {
    assertThat(PersonalKeys.isPersonal(name, true)).isTrue();
    assertThat(PersonalKeys.isPersonal(name, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salinity_gl",
        "surface_temp",
        "interface",
        "template",
        "plateau",
        "label",
        "score"
      })
  void knows_what_is_none(String name) {
    assertThat(PersonalKeys.isPersonal(name, true)).isFalse();
  }

  @Test
  void looks_twice_where_an_escape_could_hide_a_name() {
    assertThat(PersonalKeys.mayBeIn(Payload.ofText("{\"pl\\u0061te\":1}"))).isTrue();
    assertThat(PersonalKeys.mayBeIn(Payload.ofText("{\"PLATE\":1}"))).isTrue();
  }

  @Test
  void looks_once_at_what_probes_say() {
    String usual = "{\"time\":\"2026-03-12T05:00:00Z\",\"salinity_gl\":4.2,\"battery_v\":3.6}";
    assertThat(PersonalKeys.mayBeIn(Payload.ofText(usual))).isFalse();
    assertThat(PersonalKeys.mayBeIn(Payload.of(new byte[] {'p', 'l', 'a', 't'}))).isFalse();
    assertThat(PersonalKeys.mayBeIn(Payload.of(new byte[0]))).isFalse();
  }
}
