package vn.vam.core.citizen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.dossier.TryLimits;
import vn.vam.core.limit.LimitRules;
import vn.vam.core.operator.Storm;
import vn.vam.core.place.Locality;

/**
 * What the province decides about the chat.
 *
 * @param limits what citizens may set for themselves
 * @param quiet when citizens are told of dangers alone who said nothing of it
 * @param consent the words someone agrees with who sets a limit, with gaps {@code {station}} and
 *     {@code {limit}}; the usual ones where absent
 * @param helpline a human's telephone number
 * @param tries how often one may be wrong about a dossier
 * @param asksForNumber whether who wants to be told of something is asked, once, for a telephone
 *     number
 * @param storm when one message tells a citizen of many alerts along a river or road
 * @param places by which people may say where they are
 * @param pace how much one citizen may write before they are asked to wait
 */
public record ChatSettings(
    LimitRules limits,
    Quiet quiet,
    Optional<String> consent,
    Optional<String> helpline,
    TryLimits tries,
    boolean asksForNumber,
    Storm storm,
    List<Locality> places,
    ChatPace pace) {
  public ChatSettings {
    places = List.copyOf(places);
  }

  /** Of the usual pace. */
  public ChatSettings(
      LimitRules limits,
      Quiet quiet,
      Optional<String> consent,
      Optional<String> helpline,
      TryLimits tries,
      boolean asksForNumber,
      Storm storm,
      List<Locality> places) {
    this(limits, quiet, consent, helpline, tries, asksForNumber, storm, places, ChatPace.USUAL);
  }

  public static final Set<String> CONSENT_GAPS = Set.of("station", "limit");

  public static final Storm USUAL_STORM =
      new Storm(5, Duration.ofMinutes(10), Duration.ofSeconds(30));

  /** Where nothing can be sent to a telephone number. */
  public static final ChatSettings USUAL =
      new ChatSettings(
          LimitRules.USUAL,
          Quiet.NEVER,
          Optional.empty(),
          Optional.empty(),
          TryLimits.USUAL,
          false,
          USUAL_STORM,
          List.of());

  public ChatSettings askingForNumber(boolean asks) {
    return new ChatSettings(limits, quiet, consent, helpline, tries, asks, storm, places, pace);
  }
}
