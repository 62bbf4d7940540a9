package vn.vam.runtime.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.vam.core.alert.PublicMessage;
import vn.vam.core.alert.PublicTrail;

/** Keeps what was told in memory. */
final class FakeTrail implements PublicTrail {
  private final List<PublicMessage> sent = new ArrayList<>();

  @Override
  public synchronized PublicMessage tell(Instant since, Next next) {
    List<PublicMessage> before =
        sent.stream()
            .filter(one -> !one.sent().isBefore(since) || one.equals(sent.getLast()))
            .toList();
    next.after(before, sent.size() + 1L).ifPresent(sent::add);
    return sent.getLast();
  }

  @Override
  public synchronized Optional<PublicMessage> sent(String identifier) {
    return sent.stream().filter(one -> one.identifier().equals(identifier)).findFirst();
  }
}
