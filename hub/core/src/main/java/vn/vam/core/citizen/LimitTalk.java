package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Word;

/** Hears whether someone sets a limit of their own. Pure. */
final class LimitTalk {
  private final Vocabulary vocabulary;

  LimitTalk(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param stations the named ones that measure salt
   */
  Optional<Intent> in(String text, List<Word> words, List<StationId> stations) {
    Optional<LimitWords.Asked> asked = LimitWords.in(text);
    boolean ofLimits =
        vocabulary.hears(Topic.LIMIT, words)
            || (asked.isPresent() && (adjusts(words) || adjustsAt(stations, words)));
    boolean wantsToHear =
        vocabulary.hears(Topic.REPORT, vocabulary.without(words, Topic.NO_REPORT))
            && LimitWords.speaksOfALevel(text)
            && !(LimitWords.isOfThePast(text) && !vocabulary.hears(Topic.CONDITION, words));
    if (!ofLimits && !wantsToHear) {
      return Optional.empty();
    }
    return Optional.of(
        asked
            .map(limit -> of(stations, limit.side(), limit.level()))
            .orElseGet(Intent.SetLimitHow::new));
  }

  /** "Đổi lại xuân hòa 0,8": of the limit that is there. */
  private boolean adjustsAt(List<StationId> stations, List<Word> words) {
    return stations.size() == 1 && vocabulary.hears(Topic.ADJUSTED_AGAIN, words);
  }

  private boolean adjusts(List<Word> words) {
    return vocabulary.hears(Topic.LEVEL_WORD, words) && vocabulary.hears(Topic.ADJUSTING, words);
  }

  /**
   * What a button says, such as {@code xuan-hoa > 1}.
   *
   * @param named finds stations by id or name
   */
  Intent ordered(String rest, Function<String, List<StationId>> named) {
    String[] parts = rest.split("\\s+", 2);
    return LimitWords.in(parts.length > 1 ? parts[1] : "")
        .map(limit -> of(named.apply(parts[0]), limit.side(), limit.level()))
        .orElseGet(Intent.SetLimitHow::new);
  }

  /**
   * @param side absent where it was not said
   * @param level g/l, above 0
   */
  static Intent of(List<StationId> stations, Optional<Side> side, double level) {
    return stations.size() == 1
        ? new Intent.SetLimit(stations.getFirst(), side, level)
        : new Intent.SetLimitWhich(stations, side, level);
  }
}
