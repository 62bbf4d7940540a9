package vn.vam.runtime.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vam.core.chart.SaltChart;
import vn.vam.core.citizen.CitizenEvent;
import vn.vam.core.citizen.Citizens;
import vn.vam.core.citizen.Inbox;
import vn.vam.core.citizen.ProfileChange;
import vn.vam.core.limit.Limits;
import vn.vam.core.notify.AlertNotice;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Doubts;
import vn.vam.core.notify.Draft;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.Outbox;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.ParkedMessage;
import vn.vam.core.notify.Shown;
import vn.vam.core.notify.Transcript;
import vn.vam.core.rule.AlertChange;
import vn.vam.core.rule.RuleId;
import vn.vam.core.rule.Severity;
import vn.vam.core.station.StationId;

/** Citizens with their inbox and outbox, in memory. */
final class Town implements Citizens, Inbox, Outbox, Doubts, Limits {
  static final Instant NOON = Instant.parse("2026-03-12T05:00:00Z");
  static final StationId XUAN_HOA = new StationId("xuan-hoa");

  final Map<String, StationId> agreed = new LinkedHashMap<>();
  final Map<RuleId, Owner> owners = new LinkedHashMap<>();
  final List<AlertNotice> notices = new ArrayList<>();
  final List<Draft> drafts = new ArrayList<>();
  final List<ProfileChange> changes = new ArrayList<>();
  final Map<Long, Delivery> settled = new LinkedHashMap<>();
  private final List<OutboxMessage> due = new ArrayList<>();
  private final List<Inbox.Waiting> waiting = new ArrayList<>();
  private final Set<OutboxMessage> underWay = new LinkedHashSet<>();
  final List<Doubt> inDoubt = new ArrayList<>();
  final List<Evidence> heard = new ArrayList<>();
  final List<Doubt> missed = new ArrayList<>();
  private int recovered;

  static AlertChange raised(Severity severity) {
    return new AlertChange.Raised(new RuleId("salt"), XUAN_HOA, severity, NOON, 0.62);
  }

  static AlertChange cleared() {
    return new AlertChange.Cleared(new RuleId("salt"), XUAN_HOA, Severity.WATCH, NOON, 0.3);
  }

  static AlertNotice notice(long id, AlertChange change) {
    return new AlertNotice(id, "A-" + id, change);
  }

  static OutboxMessage message(long id, String text) {
    return new OutboxMessage(
        id, new Draft("k-" + id, "u1", text, List.of(), 1, Optional.empty()), 0);
  }

  /** One that shows a picture. */
  static OutboxMessage showing(long id, String text) {
    SaltChart chart =
        new SaltChart(
            "Độ mặn",
            NOON.minusSeconds(60),
            NOON,
            List.of(new SaltChart.Point(NOON.minusSeconds(60), 1), new SaltChart.Point(NOON, 2)),
            List.of(),
            List.of());
    Draft draft = message(id, text).draft();
    return new OutboxMessage(id, draft.showing(Optional.of(new Shown.Picture(chart, text))), 0);
  }

  static Inbox.Waiting said(long id, String citizen, String text) {
    return new Inbox.Waiting(id, new CitizenEvent.Said(citizen, text, NOON));
  }

  synchronized void isDue(OutboxMessage message) {
    due.add(message);
  }

  synchronized void isDueFirst(OutboxMessage message) {
    due.addFirst(message);
  }

  synchronized void arrives(Inbox.Waiting event) {
    waiting.add(event);
  }

  synchronized List<String> texts() {
    return drafts.stream().map(Draft::text).toList();
  }

  synchronized Map<Long, Delivery> fates() {
    return Map.copyOf(settled);
  }

  synchronized int timesRecovered() {
    return recovered;
  }

  @Override
  public synchronized List<String> audience(StationId station) {
    return agreed.entrySet().stream()
        .filter(citizen -> citizen.getValue().equals(station))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public List<Kept> all() {
    return List.of();
  }

  @Override
  public News news() {
    return new News(List.of(), List.of());
  }

  @Override
  public synchronized Optional<Owner> ownerOf(RuleId rule) {
    return Optional.ofNullable(owners.get(rule));
  }

  @Override
  public synchronized List<StationId> subscriptions(String citizen) {
    return Optional.ofNullable(agreed.get(citizen)).stream().toList();
  }

  @Override
  public boolean accept(String key, CitizenEvent event, Instant now) {
    throw new UnsupportedOperationException("tests put events in themselves");
  }

  @Override
  public synchronized List<Inbox.Waiting> waiting(int most) {
    Map<String, Inbox.Waiting> oldest = new LinkedHashMap<>();
    waiting.forEach(event -> oldest.putIfAbsent(event.event().citizen(), event));
    return oldest.values().stream().limit(most).toList();
  }

  @Override
  public synchronized void answer(
      Inbox.Waiting answered, List<Draft> answers, List<ProfileChange> more, Instant now) {
    waiting.remove(answered);
    drafts.addAll(answers);
    changes.addAll(more);
  }

  @Override
  public synchronized Optional<AlertNotice> nextNotice(long behind) {
    return notices.stream().filter(notice -> notice.id() > behind).findFirst();
  }

  @Override
  public synchronized void tell(AlertNotice notice, List<Draft> more, Instant now) {
    notices.remove(notice);
    drafts.addAll(more);
  }

  @Override
  public synchronized Optional<OutboxMessage> lease(Instant now) {
    Optional<OutboxMessage> next = due.stream().findFirst();
    next.ifPresent(underWay::add);
    next.ifPresent(due::remove);
    return next;
  }

  @Override
  public synchronized void settle(OutboxMessage message, Delivery delivery, Instant now) {
    underWay.remove(message);
    settled.put(message.id(), delivery);
  }

  @Override
  public synchronized int recover(Instant now) {
    recovered++;
    return 0;
  }

  @Override
  public List<ParkedMessage> parked(int most) {
    throw new UnsupportedOperationException("nobody asks here");
  }

  @Override
  public synchronized OutboxCounts counts() {
    return new OutboxCounts(due.size() + underWay.size(), 0, 0, 0, 0);
  }

  @Override
  public synchronized boolean hear(Evidence evidence, Instant now) {
    heard.add(evidence);
    return evidence instanceof Evidence.Sent sent
        && inDoubt.removeIf(doubt -> doubt.text().equals(sent.text()));
  }

  @Override
  public synchronized boolean misses(Doubt doubt, Transcript transcript, Instant now) {
    return inDoubt.contains(doubt) && missed.add(doubt);
  }

  @Override
  public synchronized List<Doubt> open(int most, long after) {
    return inDoubt.stream()
        .sorted(Comparator.comparing((Doubt doubt) -> doubt.id() <= after))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized Ended end(Instant now) {
    int repeated = inDoubt.size();
    inDoubt.forEach(doubt -> due.add(message(doubt.id(), doubt.text())));
    inDoubt.clear();
    return new Ended(repeated, 0);
  }
}
