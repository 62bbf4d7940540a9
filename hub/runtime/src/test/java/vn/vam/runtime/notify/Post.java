package vn.vam.runtime.notify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import vn.vam.core.chart.ChartDrawing;
import vn.vam.core.citizen.ChatSettings;
import vn.vam.core.citizen.Reply;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Transcript;
import vn.vam.core.notify.Way;
import vn.vam.core.notify.Ways;

/**
 * The three routes over a {@link Town}, and a messenger that takes what {@code direct:messenger} is
 * given.
 */
final class Post implements AutoCloseable {
  final Town town = new Town();
  final MeterRegistry metrics = new SimpleMeterRegistry();
  final Clock clock;

  /** What left the house. */
  final List<String> sent = new CopyOnWriteArrayList<>();

  final Dispatch dispatch;
  private final DefaultCamelContext camel = new DefaultCamelContext();

  /** How the citizens can be reached. */
  volatile Reach reach = Reach.UNKNOWN;

  /** How the messenger answers a text. */
  volatile Function<String, Delivery> messenger = text -> new Delivery.Delivered("m-" + text);

  /** Seven bytes, whatever is to be seen. */
  volatile ChartDrawing drawing = chart -> new byte[7];

  /** What the messenger calls a picture of so many bytes. */
  volatile UnaryOperator<String> album = bytes -> "picture of " + bytes;

  /** What the messenger shows to who asks after a text. */
  volatile UnaryOperator<String> archive = UnaryOperator.identity();

  /** How long until the messenger takes the next request. */
  volatile Duration untilFree = Duration.ZERO;

  volatile Answering.Mind mind = (event, subscriptions, now) -> Reply.of("answer", List.of());

  Post() throws Exception {
    this(Town.NOON, Ways.CHAT);
  }

  Post(Instant now, Ways ways) throws Exception {
    clock = Clock.fixed(now, ZoneOffset.UTC);
    dispatch =
        new Dispatch(
            new PostMan(),
            town,
            new Dispatch.Choice(ways, message -> this.reach, Map.of(Way.CONSULTATION, 55)),
            chart -> this.drawing.png(chart),
            metrics,
            clock);
    add(new AlertToAudienceRoute(audience(), owner(), gathering(), own()));
    add(new MessageToZaloRoute(dispatch));
    add(new CitizenToAnswerRoute(answering()));
    add(new DoubtToEvidenceRoute(new Inquiry(new PostMan(), town, clock), "direct:archive"));
    add(new Counter());
    camel.start();
  }

  private void add(RoutesBuilder route) throws Exception {
    camel.addRoutes(route);
  }

  private Audience audience() {
    return new Audience(
        town,
        town,
        change -> Set.of(change.station()),
        (notice, mayRepeat) -> {
          if (notice.alert().equals("A-13")) {
            throw new IllegalStateException("no words for this one");
          }
          return Optional.of("words for " + notice.alert());
        },
        clock);
  }

  /** Nothing is along a river here. */
  private Gathering gathering() {
    return new Gathering(
        new NothingWaits(),
        town,
        ChatSettings.USUAL_STORM,
        station -> Optional.empty(),
        change -> Set.of(change.station()),
        notice -> {},
        (notice, mayRepeat) -> Optional.empty(),
        (river, changes, mayRepeat) -> Optional.empty(),
        clock);
  }

  private LimitGathering own() {
    return new LimitGathering(
        new OwnLimitsWait(),
        town,
        owner(),
        changes -> Optional.empty(),
        station -> false,
        Duration.ofSeconds(30),
        clock);
  }

  private LimitAudience owner() {
    return new LimitAudience(
        town, town, (limit, change) -> Optional.of("your limit of " + limit.level()), clock);
  }

  private Answering answering() {
    return new Answering(
        (event, profile, now) -> mind.answer(event, profile, now),
        town,
        town,
        Reply.of("sorry", List.of()),
        clock);
  }

  ProducerTemplate routes() {
    return camel.createProducerTemplate();
  }

  double counted(String outcome) {
    return metrics.counter("vam.deliveries", "outcome", outcome).count();
  }

  double paid(String account) {
    return metrics.counter(account, "way", Way.CONSULTATION.word()).count();
  }

  @Override
  public void close() {
    camel.getShutdownStrategy().setTimeout(Duration.ofSeconds(5).toSeconds());
    camel.stop();
  }

  private final class PostMan implements Messenger {
    @Override
    public String endpoint(OutboxMessage message, Way way) {
      return "direct:messenger";
    }

    @Override
    public Object request(OutboxMessage message, Way way, Reach reach, Optional<String> picture) {
      return picture.map(name -> "[" + name + "] ").orElse("") + message.draft().text();
    }

    @Override
    public String pictureEndpoint() {
      return "direct:pictures";
    }

    @Override
    public Object picture(byte[] png) {
      return png.length + " bytes";
    }

    @Override
    public Optional<String> pictureName(Object answer) {
      return Optional.of((String) answer).filter(name -> !name.isEmpty());
    }

    @Override
    public Delivery withoutPicture(Object answer, OutboxMessage message) {
      return new Delivery.InWords("the picture was not taken");
    }

    @Override
    public Delivery delivery(Object answer, OutboxMessage message, Way way) {
      return (Delivery) answer;
    }

    @Override
    public String inquiryEndpoint() {
      return "direct:archive";
    }

    @Override
    public Object inquiry(Doubt doubt) {
      return doubt.text();
    }

    @Override
    public Optional<Transcript> transcript(Object answer, Doubt doubt) {
      return Optional.of(
          new Transcript(
              Instant.MIN,
              List.of(new Evidence.Sent(doubt.citizen(), "m-1", (String) answer, doubt.sentAt()))));
    }

    @Override
    public Duration untilFree() {
      return untilFree;
    }
  }

  private final class Counter extends RouteBuilder {
    @Override
    public void configure() {
      from("direct:messenger").transform().body(String.class, this::take);
      from("direct:pictures").transform().body(String.class, bytes -> album.apply(bytes));
      from("direct:archive").transform().body(String.class, text -> archive.apply(text));
    }

    private Delivery take(String text) {
      sent.add(text);
      return messenger.apply(text);
    }
  }
}
