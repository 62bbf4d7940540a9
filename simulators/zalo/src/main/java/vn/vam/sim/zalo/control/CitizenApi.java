package vn.vam.sim.zalo.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import vn.vam.sim.zalo.Json;
import vn.vam.sim.zalo.chat.ChatMessage;
import vn.vam.sim.zalo.chat.Chats;
import vn.vam.sim.zalo.chat.Citizen;
import vn.vam.sim.zalo.chat.Citizen.Bond;
import vn.vam.sim.zalo.chat.Content;
import vn.vam.sim.zalo.chat.Photos;
import vn.vam.sim.zalo.choice.Switch;
import vn.vam.sim.zalo.choice.Switches;
import vn.vam.sim.zalo.webhook.Events;
import vn.vam.sim.zalo.webhook.WebhookQueue;

/** {@code POST /_sim/users/{id}/…}: what a citizen does with the phone; the webhook follows. */
public final class CitizenApi {
  private static final long MOST_JSON = 32L * 1024;
  private static final long MOST_PICTURE = 10L * 1024 * 1024;
  private static final int MOST_TEXT = 5000;
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}";
  private static final String FILE_NAME = "[^/\\\\\\p{Cntrl}]{1,100}";
  private final Clock clock;
  private final Chats chats;
  private final Photos photos;
  private final Events events;
  private final WebhookQueue webhooks;
  private final LiveFeed live;
  private final Switches switches;

  public CitizenApi(
      Clock clock,
      Chats chats,
      Photos photos,
      Events events,
      WebhookQueue webhooks,
      LiveFeed live,
      Switches switches) {
    this.switches = switches;
    this.clock = clock;
    this.chats = chats;
    this.photos = photos;
    this.events = events;
    this.webhooks = webhooks;
    this.live = live;
  }

  public void mount(Router router) {
    BodyHandler json = BodyHandler.create(false).setBodyLimit(MOST_JSON);
    BodyHandler picture = BodyHandler.create(false).setBodyLimit(MOST_PICTURE);
    router.post("/_sim/users/:id/image").handler(picture).handler(as(this::image));
    router.post("/_sim/users/:id/file").handler(picture).handler(as(this::file));
    router.post("/_sim/users/:id/follow").handler(json).handler(as(this::follow));
    router.post("/_sim/users/:id/unfollow").handler(json).handler(as(this::unfollow));
    router.post("/_sim/users/:id/text").handler(json).handler(as(this::text));
    router.post("/_sim/users/:id/location").handler(json).handler(as(this::location));
    router.post("/_sim/users/:id/press").handler(json).handler(as(this::press));
    router.post("/_sim/users/:id/phone").handler(json).handler(as(this::phone));
    router.post("/_sim/users/:id/seen").handler(json).handler(as(this::seen));
    router.post("/_sim/users/:id/withdraw").handler(json).handler(as(this::withdraw));
    router.post("/_sim/users/:id/chatnow").handler(json).handler(as(this::chatnow));
  }

  /** What a citizen does, with the call that says so. */
  private interface Deed {
    void by(Citizen citizen, RoutingContext call);
  }

  private Handler<RoutingContext> as(Deed deed) {
    return call -> {
      String id = call.pathParam("id");
      if (!id.matches(ID)) {
        Problem.badRequest(
            call, "a user id is 1 to 64 of A-Z a-z 0-9 _ . - and begins with a letter or digit");
        return;
      }
      chats
          .meet(id)
          .ifPresentOrElse(
              citizen -> deed.by(citizen, call),
              () -> Problem.answer(call, 507, "the simulator knows no more people than this"));
    };
  }

  private void follow(Citizen citizen, RoutingContext call) {
    rename(citizen, json(call));
    if (citizen.isFollower()) {
      answerCitizen(call, citizen);
      return;
    }
    citizen.bind(Bond.FOLLOWER);
    citizen.interacted(clock.instant());
    answerCitizen(call, citizen);
    webhooks.offer(events.follow(citizen.id()));
  }

  private void unfollow(Citizen citizen, RoutingContext call) {
    boolean followed = citizen.isFollower();
    citizen.bind(Bond.LEFT);
    answerCitizen(call, citizen);
    if (followed) webhooks.offer(events.unfollow(citizen.id()));
  }

  private void text(Citizen citizen, RoutingContext call) {
    withText(call, "text", text -> send(call, citizen, new Content.Text(text), true));
  }

  private void press(Citizen citizen, RoutingContext call) {
    withText(
        call,
        "payload",
        payload -> send(call, citizen, new Content.Text(payload), !isHidden(citizen, payload)));
  }

  private void phone(Citizen citizen, RoutingContext call) {
    String phone = international(json(call).path("phone").asText(""));
    if (!phone.matches("84\\d{9}")) {
      Problem.badRequest(call, "expected {\"phone\":\"84…\"}: 84, +84 or 0, and nine digits");
      return;
    }
    chats.givePhone(citizen, phone);
    boolean submits = json(call).path("submit").asBoolean(false);
    if (submits && switches.isOn(Switch.FORM_INTERACTS)) citizen.interacted(clock.instant());
    answerCitizen(call, citizen);
    if (submits) webhooks.offer(events.submittedInfo(citizen, phone));
  }

  /** Looks at what the account sent since the last look. */
  private void seen(Citizen citizen, RoutingContext call) {
    List<String> ids = citizen.lookAtTheNew();
    ObjectNode answer = Json.object();
    ids.forEach(answer.putArray("message_ids")::add);
    answer(call, answer);
    events.seen(citizen, ids).forEach(webhooks::offer);
  }

  private void withdraw(Citizen citizen, RoutingContext call) {
    answerCitizen(call, citizen);
    webhooks.offer(events.withdrew(citizen));
  }

  private void chatnow(Citizen citizen, RoutingContext call) {
    citizen.interacted(clock.instant());
    answerCitizen(call, citizen);
    webhooks.offer(events.clickedChatnow(citizen));
  }

  private static String international(String written) {
    return written.replaceAll("[ .-]", "").replaceFirst("^(\\+84|0)", "84");
  }

  private void location(Citizen citizen, RoutingContext call) {
    Optional<BigDecimal> lat = degrees(json(call).path("lat"), 90);
    Optional<BigDecimal> lon = degrees(json(call).path("lon"), 180);
    if (lat.isEmpty() || lon.isEmpty()) {
      Problem.badRequest(call, "lat is a number from -90 to 90, lon from -180 to 180");
      return;
    }
    send(
        call,
        citizen,
        new Content.Location(lat.get().toPlainString(), lon.get().toPlainString()),
        true);
  }

  private void image(Citizen citizen, RoutingContext call) {
    Optional<String> name = Optional.ofNullable(call.body().buffer()).flatMap(photos::keep);
    if (name.isPresent()) {
      String caption = call.queryParam("text").stream().findFirst().orElse("");
      send(call, citizen, new Content.Picture(caption, "/photos/" + name.get()), true);
    } else {
      Problem.answer(call, 415, "the body is not a PNG or JPEG picture");
    }
  }

  private void file(Citizen citizen, RoutingContext call) {
    String name = call.queryParam("name").stream().findFirst().orElse("giay-hen.pdf");
    Buffer file = call.body().buffer();
    if (!name.matches(FILE_NAME)) {
      Problem.badRequest(call, "name is 1 to 100 characters without / or \\, such as giay-hen.pdf");
    } else if (file == null || file.length() == 0) {
      Problem.badRequest(call, "the body is the file, and it is empty");
    } else {
      send(call, citizen, photos.keepDocument(name, file), true);
    }
  }

  private void send(RoutingContext call, Citizen citizen, Content content, boolean shown) {
    ChatMessage message = chats.fromCitizen(citizen, content, shown);
    answer(call, Json.object().put("n", message.n()).put("message_id", message.messageId()));
    tellOf(citizen);
    if (!staysInside(content)) webhooks.offer(events.sentByCitizen(message));
  }

  /** The account's own queries begin with a hash, and what its filter lets through. */
  private boolean staysInside(Content content) {
    boolean hash = content.text().startsWith("#");
    return switches.isOn(Switch.HASH_INSIDE) && hash
        || switches.isOn(Switch.HASH_ONLY) && content instanceof Content.Text && !hash;
  }

  private void answerCitizen(RoutingContext call, Citizen citizen) {
    ObjectNode answer = Json.object();
    answer.set("user", ChatJson.citizen(citizen, clock.instant()));
    answer(call, answer);
    tellOf(citizen);
  }

  private void tellOf(Citizen citizen) {
    live.tell("user", OptionalLong.empty(), ChatJson.citizen(citizen, clock.instant()));
  }

  private static void answer(RoutingContext call, ObjectNode answer) {
    call.response().putHeader("Content-Type", "application/json").end(Json.write(answer));
  }

  private static void rename(Citizen citizen, JsonNode body) {
    String name = body.path("name").asText("").strip();
    if (name.length() <= 60 && !name.isEmpty()) citizen.rename(name);
  }

  private static void withText(RoutingContext call, String field, Consumer<String> then) {
    JsonNode text = json(call).path(field);
    if (text.isTextual() && !text.asText().isBlank() && text.asText().length() <= MOST_TEXT) {
      then.accept(text.asText());
    } else {
      Problem.badRequest(
          call, "expected {\"%s\":\"…\"} with 1 to %d characters".formatted(field, MOST_TEXT));
    }
  }

  private static boolean isHidden(Citizen citizen, String payload) {
    return citizen.messages().reversed().stream()
        .map(ChatMessage::content)
        .filter(Content.WithButtons.class::isInstance)
        .flatMap(content -> ((Content.WithButtons) content).buttons().stream())
        .filter(button -> button.payload().equals(payload))
        .findFirst()
        .filter(button -> button.isHiddenQuery())
        .isPresent();
  }

  private static Optional<BigDecimal> degrees(JsonNode number, int most) {
    boolean good = number.isNumber() && Math.abs(number.asDouble()) <= most;
    return good ? Optional.of(number.decimalValue().stripTrailingZeros()) : Optional.empty();
  }

  private static JsonNode json(RoutingContext call) {
    return Json.read(call.body().buffer()).orElseGet(Json::object);
  }
}
