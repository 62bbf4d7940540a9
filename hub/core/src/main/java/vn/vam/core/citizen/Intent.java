package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;
import vn.vam.core.limit.Limit.Side;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.rule.Schedule.Hours;
import vn.vam.core.station.StationId;

/** What someone wants who wrote to us. */
public sealed interface Intent {
  /**
   * @param proof what else of the receipt was said
   */
  record AskDossier(DossierCode code, Optional<Proof> proof) implements Intent {}

  /** Speaks of a dossier, without a code that could be one. */
  record AskDossierHowTo() implements Intent {}

  /**
   * The person agrees to be told of changes of a dossier.
   *
   * @param code absent where none was said
   * @param proof what else of the receipt was said
   */
  record FollowDossier(Optional<DossierCode> code, Optional<Proof> proof) implements Intent {}

  /** Which dossiers they follow. */
  record ListDossiers() implements Intent {}

  /**
   * @param code absent where none was said
   * @param all whether all of them are meant, in so many words
   */
  record StopDossiers(Optional<DossierCode> code, boolean all) implements Intent {
    StopDossiers(Optional<DossierCode> code) {
      this(code, false);
    }
  }

  /** What is said of stations that measure. */
  sealed interface OfWater extends Intent {}

  /**
   * Meant of stations, and said of places near them.
   *
   * @param places one or more
   */
  record AtPlaces(List<Near> places, OfWater meant) implements Intent {
    public AtPlaces {
      places = List.copyOf(places);
    }
  }

  /**
   * @param gate the sluice that was named, where nothing else was said
   */
  record AskSalinity(StationId station, Optional<Where.Named> gate) implements OfWater {
    AskSalinity(StationId station) {
      this(station, Optional.empty());
    }
  }

  /**
   * @param candidates the stations that may be meant; empty when the place is none of ours
   */
  record AskSalinityWhich(List<StationId> candidates) implements OfWater {
    public AskSalinityWhich {
      candidates = List.copyOf(candidates);
    }
  }

  record AskSalinityAll() implements Intent {}

  /**
   * What the water was like on a day that is over.
   *
   * @param daysAgo 1 for yesterday, or 2
   */
  record AskDay(StationId station, int daysAgo) implements OfWater {}

  /**
   * @param candidates the stations that may be meant; empty when none is named
   * @param daysAgo 1 for yesterday, or 2
   */
  record AskDayWhich(List<StationId> candidates, int daysAgo) implements OfWater {
    public AskDayWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * What the water was like, as a picture.
   *
   * @param days 1 or 3, up to now
   */
  record AskChart(StationId station, int days) implements OfWater {}

  /**
   * @param candidates the stations that may be meant; empty when none is named
   * @param days 1 or 3, up to now
   */
  record AskChartWhich(List<StationId> candidates, int days) implements OfWater {
    public AskChartWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /** When the water there will be safe. */
  record AskSafe(StationId station) implements OfWater {}

  /**
   * @param candidates the stations that may be meant; empty when none is named
   */
  record AskSafeWhich(List<StationId> candidates) implements OfWater {
    public AskSafeWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /** The person agrees to be told of this station's alerts. */
  record Subscribe(StationId station) implements OfWater {}

  /**
   * @param candidates the stations that may be meant; empty when none is named
   */
  record SubscribeWhich(List<StationId> candidates) implements OfWater {
    public SubscribeWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * @param stations empty for all
   */
  record Unsubscribe(List<StationId> stations) implements OfWater {
    public Unsubscribe {
      stations = List.copyOf(stations);
    }
  }

  /**
   * Wants to stop something, and it is not clear what.
   *
   * @param candidates the stations that may be meant; empty when none is named
   */
  record StopWhich(List<StationId> candidates) implements OfWater {
    public StopWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /** Says a word that may mean to stop everything, or that nothing is wanted just now. */
  record StopPerhaps() implements Intent {}

  /** Wants back what was stopped just now. */
  record TakeBack() implements Intent {}

  record ListSubscriptions() implements Intent {}

  /** Complains that nothing was sent: wants more of it, and never less. */
  record MissesAlerts() implements Intent {}

  /** Thanks, or says that it was understood: wants nothing. */
  record Thanks() implements Intent {}

  /** Turns down what the hub has asked; all else stays as it is. */
  record Decline() implements Intent {}

  /**
   * A limit of one's own.
   *
   * @param side absent where it was not said
   * @param level g/l, above 0
   */
  record SetLimit(StationId station, Optional<Side> side, double level) implements OfWater {}

  /**
   * @param candidates the stations that may be meant; empty when none is named
   */
  record SetLimitWhich(List<StationId> candidates, Optional<Side> side, double level)
      implements OfWater {
    public SetLimitWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /** Speaks of a limit, without a level that could be one. */
  record SetLimitHow() implements Intent {}

  /**
   * Wants to be told of nothing but dangers for some hours of the day.
   *
   * @param hours absent where only the night is spoken of
   */
  record KeepQuiet(Optional<Hours> hours) implements Intent {}

  record KeepQuietNever() implements Intent {}

  /** Asks what is kept of them. */
  record AskHeld() implements Intent {}

  /**
   * @param surely whether they have said so twice
   */
  record EraseMe(boolean surely) implements Intent {}

  /** Wants to be reached by telephone number too: the form is to be sent. */
  record GiveNumber() implements Intent {}

  record RefuseNumber() implements Intent {}

  record ForgetNumber() implements Intent {}

  /** Would rather speak with a person. */
  record AskHuman() implements Intent {}

  /** What the province's other services tell. */
  sealed interface OfTown extends Intent {
    /** Which services there are. */
    record AskTown() implements OfTown {}

    /**
     * @param roads empty for all
     */
    record AskTraffic(List<StationId> roads) implements OfTown {
      public AskTraffic {
        roads = List.copyOf(roads);
      }
    }

    /**
     * @param cameras empty for all
     */
    record AskCameras(List<StationId> cameras) implements OfTown {
      public AskCameras {
        cameras = List.copyOf(cameras);
      }
    }

    /** The next buses, or the way of a line. */
    record AskBus(Where where) implements OfTown {}

    /**
     * @param topic absent for all news
     */
    record AskNews(Optional<NewsTopic> topic) implements OfTown {}

    /**
     * @param topics two or more that were heard
     */
    record AskNewsWhich(List<NewsTopic> topics) implements OfTown {
      public AskNewsWhich {
        topics = List.copyOf(topics);
      }
    }

    /** The person agrees to be sent the news of this topic. */
    record SubscribeNews(NewsTopic topic) implements OfTown {}

    record SubscribeNewsWhich() implements OfTown {}

    /**
     * @param topics empty for all of them
     */
    record StopNews(List<NewsTopic> topics) implements OfTown {
      public StopNews {
        topics = List.copyOf(topics);
      }
    }

    record AskPlaces(Where where) implements OfTown {}

    record AskSchools(Where where) implements OfTown {}

    /** Whether sluices are open. */
    record AskSluices(Where where) implements OfTown {}
  }

  /** Wants the rest of an answer that was too long for one message. */
  record ShowMore() implements Intent {}

  record Greeting() implements Intent {}

  record Menu() implements Intent {}

  record Unknown() implements Intent {}
}
