package vn.vam.app.hub;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import vn.vam.app.config.WaysConfig;
import vn.vam.core.notify.Delivery;
import vn.vam.core.notify.Doubt;
import vn.vam.core.notify.Evidence;
import vn.vam.core.notify.OutboxMessage;
import vn.vam.core.notify.Reach;
import vn.vam.core.notify.Shown;
import vn.vam.core.notify.Transcript;
import vn.vam.core.notify.Way;
import vn.vam.core.notify.Ways;
import vn.vam.core.retry.Backoff;
import vn.vam.runtime.notify.Messenger;
import vn.vam.zalo.Button;
import vn.vam.zalo.Conversation;
import vn.vam.zalo.ErrorClass;
import vn.vam.zalo.FormMessage;
import vn.vam.zalo.ImageMessage;
import vn.vam.zalo.ListMessage;
import vn.vam.zalo.TemplateMessage;
import vn.vam.zalo.TextMessage;
import vn.vam.zalo.Upload;
import vn.vam.zalo.Uploaded;
import vn.vam.zalo.ZaloResult;
import vn.vam.zalo.ZnsMessage;

/** Our messages as Zalo's, and Zalo's results as ours. */
final class ZaloMessenger implements Messenger {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final int TEMPLATE_WORDS = 200;
  private static final String TRACKING = "outbox-";

  /** They have not written for too long: once they do, the same words may go. */
  private static final Set<Integer> SILENT = Set.of(-230, -231, -232);

  private static final Delivery NO_PICTURE = new Delivery.InWords("the picture was not taken");
  private static final Duration LATER = Duration.ofMinutes(10);
  private static final Duration A_PERSON_ACTS = Duration.ofMinutes(5);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final WaysConfig ways;
  private final Duration rest;
  private final Supplier<Duration> untilFree;
  private final Clock clock;
  private final RandomGenerator random;
  private final Absence absence;

  /**
   * @param rest after too many requests
   * @param untilFree how long until the account takes the next request
   */
  ZaloMessenger(
      WaysConfig ways,
      Duration rest,
      Supplier<Duration> untilFree,
      Clock clock,
      RandomGenerator random) {
    this.ways = ways;
    this.rest = rest;
    this.untilFree = untilFree;
    this.clock = clock;
    this.random = random;
    this.absence = new Absence(BACKOFF, random);
  }

  @Override
  public String endpoint(OutboxMessage message, Way way) {
    return switch (way) {
      case CONSULTATION ->
          switch (message.draft().shown().orElse(null)) {
            case Shown.Picture picture -> "zalo:image";
            case Shown.Cards cards -> "zalo:list";
            case Shown.Form form -> "zalo:form";
            case null -> "zalo:text";
          };
      case TEMPLATE -> "zalo:template";
      case PHONE -> "zalo:zns";
    };
  }

  @Override
  public String pictureEndpoint() {
    return "zalo:upload";
  }

  @Override
  public Object picture(byte[] png) {
    return new Upload(Upload.Kind.IMAGE, "bieu-do.png", png);
  }

  @Override
  public Optional<String> pictureName(Object answer) {
    return answer instanceof ZaloResult.Answered(Uploaded uploaded)
        ? Optional.of(uploaded.handle())
        : Optional.empty();
  }

  /** What was kept back, or was one request too many, may show its picture later. */
  @Override
  public Delivery withoutPicture(Object answer, OutboxMessage message) {
    return switch ((ZaloResult) answer) {
      case ZaloResult.NotSent notSent -> again(notSent);
      case ZaloResult.Refused(var code, var words, var errorClass)
          when errorClass == ErrorClass.BACK_OFF ->
          new Delivery.RetryLater("code " + code + " for its picture", rest);
      case ZaloResult.Refused refused -> NO_PICTURE;
      case ZaloResult.Unclear unclear -> NO_PICTURE;
      case ZaloResult.Answered answered -> NO_PICTURE;
      case ZaloResult.Sent sent -> NO_PICTURE;
    };
  }

  @Override
  public Duration untilFree() {
    Duration free = untilFree.get();
    Duration back = absence.left();
    return back.compareTo(free) > 0 ? back : free;
  }

  @Override
  public Object request(OutboxMessage message, Way way, Reach reach, Optional<String> picture) {
    return switch (way) {
      case CONSULTATION -> inChat(message, picture, ways.formPicture());
      case TEMPLATE ->
          new TemplateMessage(
              message.draft().citizen(), ways.byUser().orElseThrow(), parameters(message));
      case PHONE ->
          new ZnsMessage(
              reach.phone().orElseThrow(),
              ways.byPhone().orElseThrow(),
              parameters(message),
              Optional.of(TRACKING + message.id()),
              false);
    };
  }

  /** The number of the message that left under this tracking id, where it is one of ours. */
  static Optional<Long> numberOf(String trackingId) {
    return trackingId.matches(TRACKING + "\\d{1,18}")
        ? Optional.of(Long.parseLong(trackingId.substring(TRACKING.length())))
        : Optional.empty();
  }

  /** What every template of the hub has: the words, as many as fit, and the time. */
  private Map<String, String> parameters(OutboxMessage message) {
    String words = message.draft().text().replaceAll("\\s+", " ").strip();
    return Map.of(
        "noi_dung",
        words.length() <= TEMPLATE_WORDS ? words : words.substring(0, TEMPLATE_WORDS - 1) + "…",
        "thoi_gian",
        TIME.format(clock.instant().atZone(VIETNAM)));
  }

  private static Object inChat(
      OutboxMessage message, Optional<String> picture, Optional<URI> formPicture) {
    return switch (message.draft().shown().orElse(null)) {
      case Shown.Picture shown ->
          new ImageMessage(
              message.draft().citizen(),
              shown.caption(),
              new ImageMessage.Attachment(picture.orElseThrow()));
      case Shown.Cards cards ->
          new ListMessage(
              message.draft().citizen(), cards.cards().stream().map(ZaloMessenger::row).toList());
      case Shown.Form form ->
          new FormMessage(message.draft().citizen(), form.title(), form.subtitle(), formPicture);
      case null -> text(message);
    };
  }

  private static ListMessage.Row row(Shown.Card card) {
    return new ListMessage.Row(
        card.title(), card.subtitle(), card.picture(), Optional.of(card.link()));
  }

  private static TextMessage text(OutboxMessage message) {
    return new TextMessage(
        message.draft().citizen(),
        message.draft().text(),
        message.draft().buttons().stream()
            .<Button>map(button -> new Button.QueryShown(button.title(), button.payload()))
            .toList());
  }

  @Override
  public Delivery delivery(Object answer, OutboxMessage message, Way way) {
    return switch ((ZaloResult) answer) {
      case ZaloResult.Sent sent -> {
        absence.over();
        yield new Delivery.Delivered(sent.messageId(), way);
      }
      case ZaloResult.Refused refused -> {
        absence.over();
        yield delivery(refused, message, way);
      }
      case ZaloResult.NotSent notSent when way == Way.PHONE ->
          new Delivery.RetryLater(notSent.reason(), BACKOFF.delay(message.attempts(), random));
      case ZaloResult.NotSent notSent -> again(notSent);
      case ZaloResult.Unclear unclear -> new Delivery.Unclear(unclear.reason());
      case ZaloResult.Answered answered ->
          throw new IllegalStateException("a message was answered like a question");
    };
  }

  /**
   * With all others once the account is there again; who sends by telephone numbers lives
   * elsewhere.
   */
  private Delivery again(ZaloResult.NotSent notSent) {
    absence.met();
    return new Delivery.RetryLater(notSent.reason(), Duration.ZERO);
  }

  @Override
  public String inquiryEndpoint() {
    return "zalo:conversation";
  }

  @Override
  public Object inquiry(Doubt doubt) {
    return doubt.citizen();
  }

  @Override
  public Optional<Transcript> transcript(Object answer, Doubt doubt) {
    return answer instanceof ZaloResult.Answered(Conversation conversation)
        ? Optional.of(
            new Transcript(
                conversation.since(),
                conversation.lines().stream()
                    .filter(Conversation.Line::byAccount)
                    .map(line -> sent(doubt, line))
                    .toList()))
        : Optional.empty();
  }

  private static Evidence.Sent sent(Doubt doubt, Conversation.Line line) {
    return new Evidence.Sent(doubt.citizen(), line.messageId(), line.text(), line.time());
  }

  private Delivery delivery(ZaloResult.Refused refused, OutboxMessage message, Way way) {
    String reason = "code " + refused.code() + " " + refused.outcome();
    return switch (refused.errorClass()) {
      case BACK_OFF -> new Delivery.RetryLater(reason, rest);
      case RETRY_ONCE ->
          message.attempts() == 0
              ? new Delivery.RetryLater(reason, BACKOFF.delay(0, random))
              : new Delivery.Undeliverable(reason);
      case LATER -> new Delivery.RetryLater(reason, LATER);
      case REFRESH_ONCE -> new Delivery.RetryLater(reason, A_PERSON_ACTS);
      case HUMAN -> untilAPersonActs(reason, message, way);
      case AFTER_NIGHT -> afterNight(reason, message, way);
      case RECIPIENT ->
          new Delivery.OtherWay(
              reason,
              way,
              isTemplate(way) || SILENT.contains(refused.code())
                  ? new Delivery.Rests(reason)
                  : new Delivery.Undeliverable(reason));
      case REUPLOAD ->
          way == Way.CONSULTATION && isUploaded(message) && message.attempts() == 0
              ? new Delivery.RetryLater(reason, BACKOFF.delay(0, random))
              : notAsItIs(reason, message, way);
      case PERMANENT, UNKNOWN -> notAsItIs(reason, message, way);
    };
  }

  /** What is urgent does not wait for the morning where another way is open. */
  private Delivery afterNight(String reason, OutboxMessage message, Way way) {
    Delivery rests = new Delivery.Rests(reason, Ways.untilMorning(clock.instant()));
    return message.draft().isUrgent() ? new Delivery.OtherWay(reason, way, rests) : rests;
  }

  /** What is urgent does not wait for somebody to mend this way where another one is open. */
  private static Delivery untilAPersonActs(String reason, OutboxMessage message, Way way) {
    Delivery later = new Delivery.RetryLater(reason, A_PERSON_ACTS);
    if (message.draft().isUrgent()) {
      return new Delivery.OtherWay(reason, way, later);
    }
    return isTemplate(way) ? new Delivery.OtherWay(reason, way, new Delivery.Rests(reason)) : later;
  }

  /** Such a message is uploaded anew each time it goes. */
  private static boolean isUploaded(OutboxMessage message) {
    return message.draft().shown().orElse(null) instanceof Shown.Picture;
  }

  /** What it shows may be what the platform does not like. */
  private static Delivery notAsItIs(String reason, OutboxMessage message, Way way) {
    if (isTemplate(way)) {
      return new Delivery.OtherWay(reason, way, new Delivery.Rests(reason));
    }
    return message.draft().shown().isPresent()
        ? new Delivery.InWords(reason)
        : new Delivery.Undeliverable(reason);
  }

  /** What is wrong with a template is nothing against the person. */
  private static boolean isTemplate(Way way) {
    return way != Way.CONSULTATION;
  }
}
