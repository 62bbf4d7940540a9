package vn.vam.core.citizen;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.vam.core.rule.Schedule.Hours;

/** Hours in which a citizen hears of dangers alone. */
final class QuietAnswers {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final Hours NIGHT = new Hours(LocalTime.of(22, 0), LocalTime.of(5, 0));

  private final ChatSettings settings;
  private final Sentences sentences;

  QuietAnswers(ChatSettings settings, Sentences sentences) {
    this.settings = settings;
    this.sentences = sentences;
  }

  Reply keep(Optional<Hours> asked) {
    Hours hours = asked.or(() -> settings.quiet().hours()).orElse(NIGHT);
    return Reply.of(sentences.say(Sentence.QUIET_KEPT, gaps(hours)), List.of())
        .with(new ProfileChange.KeepQuiet(new Quiet(Optional.of(hours))));
  }

  Reply never() {
    return Reply.of(sentences.say(Sentence.QUIET_NEVER), List.of())
        .with(new ProfileChange.KeepQuiet(Quiet.NEVER));
  }

  /** Such as "từ 22:00 đến 5:00"; nothing for someone who is told at any hour. */
  Optional<String> words(Profile profile) {
    return profile
        .quiet()
        .orElse(settings.quiet())
        .hours()
        .map(hours -> sentences.say(Sentence.QUIET_HOURS, gaps(hours)));
  }

  private static Map<String, String> gaps(Hours hours) {
    return Map.of("from", CLOCK.format(hours.from()), "until", CLOCK.format(hours.until()));
  }
}
