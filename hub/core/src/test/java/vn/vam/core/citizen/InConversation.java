package vn.vam.core.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.DossierState;
import vn.vam.core.dossier.Dossiers.LookUp;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.PhotoSource.Fetched;
import vn.vam.core.dossier.Proof;
import vn.vam.core.dossier.ReceiptReader.Sight;
import vn.vam.core.dossier.Receipts;
import vn.vam.core.dossier.RememberedTries;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.feed.Feeds;
import vn.vam.core.live.LatestReadings;
import vn.vam.core.notify.Button;
import vn.vam.core.reading.Quality;
import vn.vam.core.reading.Quantity;
import vn.vam.core.rule.Observation;
import vn.vam.core.station.StationId;

/** A citizen and the hub, with an office and a host of photos that are as a test wants them. */
abstract class InConversation {
  static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
  static final DossierCode CODE = new DossierCode("H58.20-260312-0015");
  static final Proof PROOF = new Proof("K7QM");

  final LatestReadings latest = new LatestReadings(Duration.ofHours(3));

  final List<String> trail = new ArrayList<>();
  LookUp office = new LookUp.NotFound();
  Fetched fetched = new Fetched.Photo(new byte[0]);
  Sight sight = new Sight.Unread("blurred");
  final Conversation conversation =
      new Conversation(
          TestProvince.registry(),
          latest,
          History.NONE,
          lookUps(),
          new Receipts(photo -> fetched, photo -> sight),
          Feeds.NONE,
          TestProvince.rules(),
          Duration.ofHours(3),
          ChatSettings.USUAL);

  static Profile asked(OpenQuestion question) {
    return new Profile(
        List.of(), List.of(), List.of(), Optional.empty(), Optional.of(question), List.of());
  }

  LookUps lookUps() {
    return new LookUps(
        (code, proof) -> proof.equals(Optional.of(PROOF)) ? office : new LookUp.NotFound(),
        new RememberedTries(),
        new TryLimits(3, 5, 60, Duration.ofHours(1)),
        (outcome, agency) -> trail.add(outcome + " " + agency));
  }

  LookUp.Found found(DossierState state, String due) {
    return new LookUp.Found(
        new Dossier(
            CODE,
            "N*** T***",
            "Đăng ký khai sinh",
            "UBND phường Mỹ Tho",
            "Bộ phận Một cửa phường Mỹ Tho",
            Optional.of(state),
            "",
            Optional.of(Instant.parse("2026-03-11T17:00:00Z")),
            Optional.of(Instant.parse(due)),
            Optional.empty()));
  }

  void measure(StationId station, double salinity, String at) {
    latest.take(
        new Observation(station, Quantity.SALINITY, salinity, Quality.PASS, Instant.parse(at)));
  }

  Reply say(String text, StationId... subscribed) {
    return answer(new CitizenEvent.Said("u1", text, NOW), subscribed);
  }

  Reply answer(CitizenEvent event, StationId... subscribed) {
    return conversation.answer(event, Profile.of(List.of(subscribed)), NOW);
  }

  static String text(Reply reply) {
    assertThat(reply.messages()).hasSize(1);
    return reply.messages().getFirst().text();
  }

  static List<String> payloads(Reply reply) {
    return reply.messages().getFirst().buttons().stream().map(Button::payload).toList();
  }
}
