package vn.vam.core.station;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The registry that is in force, which may be replaced by another while the hub runs, and knows
 * those that left it by name. Safe for several threads.
 */
public final class LiveRegistry implements Supplier<Registry> {
  private final Map<StationId, String> names;
  private final Consumer<List<Station>> keeper;
  private volatile Registry inForce;

  public LiveRegistry(Registry registry) {
    this(registry, Map.of(), stations -> {});
  }

  /**
   * @param former names of stations that were there before
   * @param keeper is told of those that are there from now on
   */
  public LiveRegistry(
      Registry registry, Map<StationId, String> former, Consumer<List<Station>> keeper) {
    this.names = new HashMap<>(former);
    this.keeper = keeper;
    this.inForce = named(registry);
  }

  @Override
  public Registry get() {
    return inForce;
  }

  /** What differs from now on. Blocks. */
  public synchronized RegistryDiff replace(Registry other) {
    RegistryDiff diff = RegistryDiff.between(inForce, other);
    inForce = named(other);
    return diff;
  }

  private Registry named(Registry registry) {
    keeper.accept(registry.stations());
    registry.stations().forEach(station -> names.put(station.id(), station.name()));
    return registry.remembering(names);
  }

  /** Something made of the registry, made anew for another one. */
  public <T> Supplier<T> derive(Function<Registry, T> made) {
    return new Derived<>(this, made);
  }
}
