package vn.vam.core.citizen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.citizen.Command.Verb;
import vn.vam.core.notify.Button;
import vn.vam.core.station.Registry;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;

/** One button for who stopped something by mistake: what was stopped is as it was. */
final class TakeBackAnswers {
  private final Registry registry;
  private final LimitAnswers limits;
  private final Sentences sentences;

  TakeBackAnswers(Registry registry, LimitAnswers limits, Sentences sentences) {
    this.registry = registry;
    this.limits = limits;
    this.sentences = sentences;
  }

  /** The reply, and under it the button where it stops something. */
  Reply offeredUnder(Reply reply, Profile profile) {
    boolean stops =
        !profile.isToldOfNothing()
            && reply.changes().stream().anyMatch(change -> stops(change, profile));
    return stops ? reply.offering(sentences.say(Sentence.TAKE_BACK_OFFER), button()) : reply;
  }

  private static boolean stops(ProfileChange change, Profile profile) {
    return change instanceof ProfileChange.StopDossiers stop
        ? profile.dossiers().stream()
            .anyMatch(one -> stop.code().map(one.code()::equals).orElse(true))
        : change instanceof ProfileChange.Unsubscribe
            || change instanceof ProfileChange.UnsubscribeAll
            || change instanceof ProfileChange.StopNews;
  }

  private Button button() {
    return Command.button(sentences.say(Sentence.BUTTON_TAKE_BACK), Verb.TAKE_BACK);
  }

  Reply answer(Profile profile) {
    Stopped stopped = profile.stopped();
    return stopped.isNothing()
        ? Reply.of(sentences.say(Sentence.TAKEN_BACK_NOTHING), List.of())
        : Reply.of(sentences.say(Sentence.TAKEN_BACK, "lines", lines(stopped)), List.of())
            .with(new ProfileChange.TakeBack());
  }

  private String lines(Stopped stopped) {
    return Stream.<Stream<String>>of(
            stopped.stations().stream()
                .map(id -> sentences.say(Sentence.SUBSCRIPTION_LINE, "station", name(id))),
            stopped.limits().stream().map(limits::line),
            stopped.dossiers().stream()
                .map(code -> sentences.say(Sentence.TAKEN_BACK_DOSSIER, "code", code.value())),
            stopped.news().stream()
                .map(topic -> sentences.say(Sentence.TAKEN_BACK_NEWS, "topic", topic.title())),
            stopped.number()
                ? Stream.of(sentences.say(Sentence.TAKEN_BACK_NUMBER))
                : Stream.empty())
        .flatMap(Function.identity())
        .collect(Collectors.joining("\n"));
  }

  private String name(StationId id) {
    return registry.station(id).map(Station::name).orElse(id.value());
  }
}
