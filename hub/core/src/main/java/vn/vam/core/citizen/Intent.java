package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.dossier.DossierCode;
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

  record Greeting() implements Intent {}

  record Menu() implements Intent {}

  record Unknown() implements Intent {}
}
