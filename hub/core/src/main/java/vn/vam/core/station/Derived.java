package vn.vam.core.station;

import java.util.function.Function;
import java.util.function.Supplier;

/** Something made of the registry in force, made anew once there is another. */
public final class Derived<T> implements Supplier<T> {
  private final Supplier<Registry> registry;
  private final Function<Registry, T> made;
  private Registry from;
  private T value;

  public Derived(Supplier<Registry> registry, Function<Registry, T> made) {
    this.registry = registry;
    this.made = made;
    this.from = registry.get();
    this.value = made.apply(from);
  }

  @Override
  public synchronized T get() {
    Registry now = registry.get();
    if (now != from) {
      value = made.apply(now);
      from = now;
    }
    return value;
  }
}
