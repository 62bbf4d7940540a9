package vn.vam.core.citizen;

import java.time.Instant;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Standing;
import vn.vam.core.limit.Limit;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.StationId;

/** What an answer changes about a citizen; kept in the same transaction as the answer. */
public sealed interface ProfileChange {
  record Follow() implements ProfileChange {}

  /**
   * @param consent the words the citizen agreed with, kept with their time
   */
  record Subscribe(StationId station, String consent) implements ProfileChange {}

  /** Stops the alerts of a station and own limits there. */
  record Unsubscribe(StationId station) implements ProfileChange {}

  /** Stops all alerts, all own limits, all news, and following any dossier. */
  record UnsubscribeAll() implements ProfileChange {}

  /** What was stopped within {@link Stopped#LASTS} is as it was before. */
  record TakeBack() implements ProfileChange {}

  /**
   * Sets a limit, in the place of the one of this side at this station.
   *
   * @param consent the words the citizen agreed with, kept with their time
   */
  record SetLimit(Limit limit, String consent) implements ProfileChange {}

  record KeepQuiet(Quiet quiet) implements ProfileChange {}

  /** The hub has asked for a telephone number, and asks never again. */
  record OfferNumber() implements ProfileChange {}

  /**
   * The form for a telephone number is sent.
   *
   * @param consent the words the citizen agreed with, kept with their time
   */
  record AgreeNumber(String consent) implements ProfileChange {}

  record KeepNumber(PhoneNumber number) implements ProfileChange {}

  /** Leaves neither number nor consent behind. */
  record ForgetNumber() implements ProfileChange {}

  /** The hub has asked something; what it asked before is forgotten. */
  record Ask(OpenQuestion question) implements ProfileChange {}

  /** Nothing is asked any more. */
  record AskNothing() implements ProfileChange {}

  /**
   * @param consent the words the citizen agreed with, kept with their time
   */
  record SubscribeNews(NewsTopic topic, String consent) implements ProfileChange {}

  /**
   * @param topic absent for all of them
   */
  record StopNews(Optional<NewsTopic> topic) implements ProfileChange {}

  /**
   * @param standing what the citizen knows of it
   * @param until when following ends by itself
   * @param consent the words the citizen agreed with, kept with their time
   */
  record FollowDossier(DossierCode code, Standing standing, Instant until, String consent)
      implements ProfileChange {}

  /**
   * @param code absent for all of them
   */
  record StopDossiers(Optional<DossierCode> code) implements ProfileChange {}

  /** Leaves nothing behind. */
  record Erase() implements ProfileChange {}
}
