package vn.vam.app.hub;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.vam.app.config.HubConfig;
import vn.vam.core.alert.Alert;
import vn.vam.core.alert.SelfWatch;
import vn.vam.core.citizen.AlertLine;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Reply;
import vn.vam.core.operator.CallDrafts;
import vn.vam.core.operator.OperatorChat;
import vn.vam.core.station.LiveRegistry;
import vn.vam.core.station.StationId;
import vn.vam.runtime.flow.Signal;
import vn.vam.runtime.notify.CallVerticle;

/** How operators are called, and heard. */
final class OperatorParts {
  private final HubConfig config;
  private final LiveRegistry registry;
  private final Storage storage;
  private final Consumer<List<Alert>> changed;
  private final Signal work = new Signal();

  /**
   * @param changed told of alerts that an operator, or the end of a snooze, has changed
   */
  OperatorParts(
      HubConfig config, LiveRegistry registry, Storage storage, Consumer<List<Alert>> changed) {
    this.config = config;
    this.registry = registry;
    this.storage = storage;
    this.changed = changed;
  }

  /** Something about an alert is new: somebody may have to be called. */
  void look() {
    work.raise();
  }

  CallVerticle calls(Clock clock, Runnable outboxGrew) {
    Supplier<CallDrafts> drafts =
        registry.derive(places -> new CallDrafts(new AlertLine(config.rules(), places)));
    return new CallVerticle(
        storage.calls(), config.operators(), drafts, this::along, clock, work, changed, outboxGrew);
  }

  SelfWatchVerticle selfWatch(HubSigns signs, Clock clock, Consumer<List<Alert>> reported) {
    SelfWatch watch = new SelfWatch(config.operators().troubleFor(), storage.operators().open());
    return new SelfWatchVerticle(signs, watch, storage.alerts(), clock, reported);
  }

  private Optional<String> along(StationId station) {
    return along(registry, station);
  }

  /** The river or road of a station. */
  static Optional<String> along(LiveRegistry registry, StationId station) {
    return registry.get().station(station).flatMap(found -> found.traits().along());
  }

  /** Answers operators who speak of alerts; nothing for anybody or anything else. */
  interface Hearing {
    Optional<Reply> answer(CitizenEvent event);
  }

  Hearing hearing() {
    Supplier<OperatorChat> chat =
        registry.derive(
            places ->
                new OperatorChat(
                    config.operators(),
                    storage.operators(),
                    new AlertLine(config.rules(), places),
                    alert -> changed.accept(List.of(alert))));
    return event -> chat.get().answer(event);
  }
}
