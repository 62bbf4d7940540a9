package vn.vam.core.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.dossier.Dossier;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Followed;
import vn.vam.core.dossier.LookUps;
import vn.vam.core.dossier.Standing;
import vn.vam.core.notify.Button;
import vn.vam.core.text.VietnameseTime;

/** Dossiers that citizens follow: offered, agreed to, told of, stopped. */
final class FollowAnswers {
  private final LookUps lookUps;
  private final Sentences sentences;
  private final Buttons buttons;

  FollowAnswers(LookUps lookUps, Sentences sentences, Buttons buttons) {
    this.lookUps = lookUps;
    this.sentences = sentences;
    this.buttons = buttons;
  }

  /** What is shown to somebody, and whether they want to follow it where that makes sense. */
  Reply shown(String text, Dossier dossier, Profile profile, Instant now) {
    boolean isOffered =
        lookUps.following().isPresent()
            && !dossier.standing(now).isEnd()
            && !isFollowed(dossier.code(), profile);
    return isOffered
        ? Reply.of(text, buttons.follow(dossier.code()))
            .with(new ProfileChange.Ask(new OpenQuestion.MayFollow(dossier.code())))
        : Reply.of(text, List.of()).with(new ProfileChange.AskNothing());
  }

  Reply howTo(Profile profile) {
    return profile.dossiers().isEmpty()
        ? Reply.of(sentences.say(Sentence.FOLLOW_HOW), List.of())
        : list(profile).and(Reply.of(sentences.say(Sentence.FOLLOW_HOW), List.of()));
  }

  /** What stands against following it, whatever the office says. */
  Optional<Reply> refusal(DossierCode code, Profile profile) {
    if (lookUps.following().isEmpty()) {
      return Optional.of(Reply.of(sentences.say(Sentence.DOSSIER_UNAVAILABLE), buttons.menu()));
    }
    if (isFollowed(code, profile)) {
      return Optional.of(
          Reply.of(
              sentences.say(Sentence.FOLLOW_ALREADY, "code", code.value()),
              buttons.stopFollowing(List.of(code))));
    }
    LookUps.Following following = lookUps.following().get();
    if (profile.dossiers().size() >= following.rules().mostPerCitizen()) {
      return Optional.of(
          Reply.of(
              sentences.say(
                  Sentence.FOLLOW_FULL,
                  Map.of(
                      "most",
                      String.valueOf(following.rules().mostPerCitizen()),
                      "lines",
                      lines(profile))),
              stopButtons(profile)));
    }
    return following.isFull()
        ? Optional.of(Reply.of(sentences.say(Sentence.FOLLOW_NO_ROOM), List.of()))
        : Optional.empty();
  }

  private static boolean isFollowed(DossierCode code, Profile profile) {
    return profile.dossiers().stream().anyMatch(followed -> followed.code().equals(code));
  }

  Reply agreed(Dossier dossier, String text, Instant now) {
    Standing standing = dossier.standing(now);
    if (standing.isEnd()) {
      return Reply.of(text + "\n" + sentences.say(Sentence.FOLLOW_ENDED), List.of())
          .with(new ProfileChange.AskNothing());
    }
    DossierCode code = dossier.code();
    Instant until = now.plus(lookUps.following().orElseThrow().rules().endsAfter());
    String consent = sentences.say(Sentence.FOLLOW_CONSENT, "code", code.value());
    return Reply.of(
            sentences.say(
                Sentence.FOLLOW_SET,
                Map.of(
                    "consent",
                    consent,
                    "state",
                    state(standing),
                    "until",
                    VietnameseTime.date(until))),
            buttons.stopFollowing(List.of(code)))
        .with(
            new ProfileChange.FollowDossier(code, standing, until, consent),
            new ProfileChange.AskNothing());
  }

  Reply list(Profile profile) {
    return profile.dossiers().isEmpty()
        ? Reply.of(sentences.say(Sentence.FOLLOWED_NONE), List.of())
        : Reply.of(sentences.say(Sentence.FOLLOWED, "lines", lines(profile)), stopButtons(profile));
  }

  private List<Button> stopButtons(Profile profile) {
    return buttons.stopFollowing(profile.dossiers().stream().map(Followed::code).toList());
  }

  /** Such as "• Hồ sơ H58.20-260312-0015. Tình trạng: đang xử lý." */
  String lines(Profile profile) {
    return profile.dossiers().stream().map(this::line).collect(Collectors.joining("\n"));
  }

  private String line(Followed followed) {
    return sentences.say(
        Sentence.FOLLOWED_LINE,
        Map.of("code", followed.code().value(), "state", state(followed.told())));
  }

  /** The state alone, without what to do next. */
  private String state(Standing standing) {
    return standing
        .state()
        .map(sentences::of)
        .orElseGet(() -> sentences.say(Sentence.DOSSIER_OTHER_STATE, "state", standing.stateText()))
        .lines()
        .findFirst()
        .orElse("");
  }

  /**
   * Stops even what we believe is not there; of several that are followed, only what was said.
   *
   * @param code absent where none was said
   * @param all whether all of them are meant
   */
  Reply stop(Optional<DossierCode> code, boolean all, Profile profile) {
    List<DossierCode> followed = profile.dossiers().stream().map(Followed::code).toList();
    if (code.isEmpty() && !all && followed.size() > 1) {
      return Choice.of(
          sentences.say(Sentence.FOLLOW_STOP_WHICH),
          Stream.concat(buttons.stopFollowing(followed).stream(), Stream.of(stopAll())).toList(),
          Optional.empty());
    }
    boolean isAny = code.map(followed::contains).orElse(!followed.isEmpty());
    String text =
        isAny
            ? code.or(() -> only(followed))
                .map(one -> sentences.say(Sentence.FOLLOW_STOPPED, "code", one.value()))
                .orElseGet(() -> sentences.say(Sentence.FOLLOW_STOPPED_ALL))
            : sentences.say(Sentence.FOLLOW_STOPPED_NONE);
    return Reply.of(text, List.of()).with(new ProfileChange.StopDossiers(code));
  }

  private static Optional<DossierCode> only(List<DossierCode> followed) {
    return followed.size() == 1 ? Optional.of(followed.getFirst()) : Optional.empty();
  }

  private Button stopAll() {
    return Command.all(sentences.say(Sentence.BUTTON_UNFOLLOW_ALL), Command.Verb.UNFOLLOW);
  }
}
