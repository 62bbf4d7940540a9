package vn.vam.app.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vam.core.citizen.History;
import vn.vam.core.point.PointStore;
import vn.vam.core.point.Sample;
import vn.vam.core.point.SeriesQuery;
import vn.vam.core.reading.Quantity;
import vn.vam.core.station.Station;

/** What the store kept, for the chat: a store that is away leaves nothing to tell. */
record StoredHistory(PointStore store) implements History {
  private static final Logger log = LoggerFactory.getLogger(StoredHistory.class);
  private static final int MOST = 200;

  @Override
  public List<Sample> salinity(Station station, Instant from, Instant to, Duration every) {
    try {
      return store.read(
          new SeriesQuery(station, Quantity.SALINITY.field(), from, to, Optional.of(every), MOST));
    } catch (PointStore.StoreUnavailable away) {
      log.warn("no history for the chat, reason={}", away.getMessage());
      return List.of();
    }
  }
}
