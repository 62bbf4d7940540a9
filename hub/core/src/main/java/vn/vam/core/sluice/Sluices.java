package vn.vam.core.sluice;

import java.util.List;

/** Those of a province. */
public record Sluices(List<Sluice> sluices) {
  public Sluices {
    sluices = List.copyOf(sluices);
  }
}
