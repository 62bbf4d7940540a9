package vn.vam.core.station;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The registry that is in force, which may be replaced by another while the hub runs. Safe for
 * several threads.
 */
public final class LiveRegistry implements Supplier<Registry> {
  private volatile Registry inForce;

  public LiveRegistry(Registry registry) {
    inForce = registry;
  }

  @Override
  public Registry get() {
    return inForce;
  }

  /** What differs from now on. */
  public RegistryDiff replace(Registry other) {
    RegistryDiff diff = RegistryDiff.between(inForce, other);
    inForce = other;
    return diff;
  }

  /** Something made of the registry, made anew for another one. */
  public <T> Supplier<T> derive(Function<Registry, T> made) {
    return new Derived<>(this, made);
  }
}
