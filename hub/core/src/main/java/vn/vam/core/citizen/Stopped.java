package vn.vam.core.citizen;

import java.time.Duration;
import java.util.List;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.limit.Limit;
import vn.vam.core.news.NewsTopic;
import vn.vam.core.station.StationId;

/**
 * What a citizen stopped last, as long as it can be taken back. Personal: prints how much it is.
 *
 * @param number whether a telephone number, or the consent to it, is among it
 */
public record Stopped(
    List<StationId> stations,
    List<Limit> limits,
    List<DossierCode> dossiers,
    List<NewsTopic> news,
    boolean number) {
  public static final Duration LASTS = Duration.ofMinutes(10);
  public static final Stopped NOTHING =
      new Stopped(List.of(), List.of(), List.of(), List.of(), false);

  public Stopped {
    stations = List.copyOf(stations);
    limits = List.copyOf(limits);
    dossiers = List.copyOf(dossiers);
    news = List.copyOf(news);
  }

  boolean isNothing() {
    return equals(NOTHING);
  }

  @Override
  public String toString() {
    return "Stopped[stations=" + stations.size() + ", limits=" + limits.size() + "]";
  }
}
