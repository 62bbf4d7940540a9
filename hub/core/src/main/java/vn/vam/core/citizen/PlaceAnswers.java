package vn.vam.core.citizen;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.vam.core.place.Notice;
import vn.vam.core.place.OpeningHours;
import vn.vam.core.place.Place;
import vn.vam.core.place.Places;
import vn.vam.core.station.Position;
import vn.vam.core.text.VietnameseTime;

/** Tells of places: those near someone, or the one they name. */
final class PlaceAnswers {
  private static final int MOST_NEAR = 5;

  /** The same, said of sights and of schools. */
  record Wording(
      TownCommand command,
      TownSentence near,
      TownSentence where,
      TownSentence which,
      TownSentence unknown,
      TownSentence none) {}

  private final Wording wording;
  private final TownSentences sentences;
  private final TownButtons buttons;

  PlaceAnswers(Wording wording, TownSentences sentences, TownButtons buttons) {
    this.wording = wording;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  static PlaceAnswers ofSights(TownSentences sentences, TownButtons buttons) {
    return new PlaceAnswers(
        new Wording(
            TownCommand.PLACES,
            TownSentence.PLACES_NEAR,
            TownSentence.PLACES_WHERE,
            TownSentence.PLACES_WHICH,
            TownSentence.PLACES_UNKNOWN,
            TownSentence.PLACES_NONE),
        sentences,
        buttons);
  }

  static PlaceAnswers ofSchools(TownSentences sentences, TownButtons buttons) {
    return new PlaceAnswers(
        new Wording(
            TownCommand.SCHOOLS,
            TownSentence.SCHOOLS_NEAR,
            TownSentence.SCHOOLS_WHERE,
            TownSentence.SCHOOLS_WHICH,
            TownSentence.SCHOOLS_UNKNOWN,
            TownSentence.SCHOOLS_NONE),
        sentences,
        buttons);
  }

  Reply of(Places places, Where where, Instant now) {
    if (places.places().isEmpty()) {
      return Reply.of(sentences.say(wording.none()), buttons.town());
    }
    return switch (where) {
      case Where.Anywhere anywhere -> all(places, wording.where());
      case Where.Named named -> named(places, named, now);
      case Where.Here here -> near(places, here.position(), now);
    };
  }

  private Reply all(Places places, TownSentence sentence) {
    List<String> names = places.places().stream().map(titles(places)).toList();
    return Reply.of(
        sentences.say(sentence, "names", String.join(", ", names)),
        buttons.each(wording.command(), names));
  }

  private Reply named(Places places, Where.Named said, Instant now) {
    List<Place> found = Namesakes.meant(places.places(), Place::name, titles(places), said);
    if (found.size() == 1) {
      return Reply.of(whole(found.getFirst(), now), List.of());
    }
    return found.isEmpty()
        ? all(places, wording.unknown())
        : Choice.of(
            sentences.say(wording.which()),
            buttons.each(wording.command(), found.stream().map(titles(places)).toList()),
            Optional.empty());
  }

  /** Two of one name are told apart by their addresses, else by where they are. */
  private static Function<Place, String> titles(Places places) {
    return Namesakes.titles(
        places.places(),
        Place::name,
        place -> place.address().isEmpty() ? place.position().toString() : place.address());
  }

  private Reply near(Places places, Position here, Instant now) {
    List<Place> nearest = places.nearest(here, MOST_NEAR);
    String lines =
        nearest.stream().map(place -> line(place, here, now)).collect(Collectors.joining("\n"));
    return Reply.of(
        sentences.say(wording.near(), "lines", lines),
        buttons.each(wording.command(), nearest.stream().map(titles(places)).toList()));
  }

  private String line(Place place, Position here, Instant now) {
    return sentences.say(
        TownSentence.PLACE_LINE,
        Map.of(
            "place", title(place),
            "distance", sentences.distance(here.kmTo(place.position())),
            "hours", hours(place, now)));
  }

  private String title(Place place) {
    return place.kind().isEmpty()
        ? place.name()
        : sentences.say(
            TownSentence.PLACE_NAME, Map.of("name", place.name(), "kind", place.kind()));
  }

  private String whole(Place place, Instant now) {
    List<String> lines = new ArrayList<>();
    lines.add(title(place));
    if (!place.address().isEmpty()) {
      lines.add(sentences.say(TownSentence.PLACE_ADDRESS, "address", place.address()));
    }
    if (!place.phone().isEmpty()) {
      lines.add(sentences.say(TownSentence.PLACE_PHONE, "phone", place.phone()));
    }
    lines.add(hours(place, now));
    lines.addAll(notices(place.notices(), now));
    return String.join("\n", lines);
  }

  /** Those that hold today. */
  List<String> notices(List<Notice> notices, Instant now) {
    return notices.stream()
        .filter(notice -> notice.isInForce(VietnameseTime.dateOf(now)))
        .map(notice -> sentences.say(TownSentence.PLACE_NOTICE, "notice", notice.text()))
        .toList();
  }

  private String hours(Place place, Instant now) {
    Optional<OpeningHours> hours = place.hours();
    if (hours.isEmpty()) {
      return sentences.say(TownSentence.PLACE_HOURS_UNKNOWN);
    }
    LocalDateTime local = now.atZone(VietnameseTime.ZONE).toLocalDateTime();
    List<OpeningHours.Span> today = hours.get().on(local.toLocalDate());
    if (today.isEmpty()) {
      return sentences.say(TownSentence.PLACE_CLOSED_TODAY);
    }
    String spans =
        today.stream()
            .map(span -> span.from() + "–" + span.until())
            .collect(Collectors.joining(", "));
    return sentences.say(
        hours.get().isOpen(local) ? TownSentence.PLACE_OPEN : TownSentence.PLACE_SHUT_NOW,
        "spans",
        spans);
  }
}
