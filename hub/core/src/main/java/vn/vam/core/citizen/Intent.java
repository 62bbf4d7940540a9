package vn.vam.core.citizen;

import java.util.List;
import java.util.Optional;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.StationId;

/** What someone wants who wrote to us. */
public sealed interface Intent {
  record AskDossier(DossierCode code) implements Intent {}

  /** Speaks of a dossier, without a code that could be one. */
  record AskDossierHowTo() implements Intent {}

  record AskSalinity(StationId station) implements Intent {}

  /**
   * @param candidates the stations that may be meant; empty when the place is none of ours
   */
  record AskSalinityWhich(List<StationId> candidates) implements Intent {
    public AskSalinityWhich {
      candidates = List.copyOf(candidates);
    }
  }

  record AskSalinityAll() implements Intent {}

  /** The person agrees to be told of this station's alerts. */
  record Subscribe(StationId station) implements Intent {}

  /**
   * @param candidates the stations that may be meant; empty when none is named
   */
  record SubscribeWhich(List<StationId> candidates) implements Intent {
    public SubscribeWhich {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * @param stations empty for all
   */
  record Unsubscribe(List<StationId> stations) implements Intent {
    public Unsubscribe {
      stations = List.copyOf(stations);
    }
  }

  record ListSubscriptions() implements Intent {}

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

    /** The person agrees to be sent the news of this topic. */
    record SubscribeNews(NewsTopic topic) implements OfTown {}

    record SubscribeNewsWhich() implements OfTown {}

    /**
     * @param topic absent for all of them
     */
    record StopNews(Optional<NewsTopic> topic) implements OfTown {}

    record AskPlaces(Where where) implements OfTown {}

    record AskSchools(Where where) implements OfTown {}
  }

  record Greeting() implements Intent {}

  record Menu() implements Intent {}

  record Unknown() implements Intent {}
}
