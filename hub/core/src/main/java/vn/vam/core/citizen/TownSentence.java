package vn.vam.core.citizen;

import java.util.Locale;
import java.util.Set;

/** What the chat says of these services, each with its gaps; the words are in {@code vi/town}. */
enum TownSentence {
  TOWN,
  PLACE_RECEIVED("lines"),
  PLACE_RECEIVED_LINE("what", "name", "distance"),
  WHAT_STOP,
  WHAT_SIGHT,
  WHAT_SCHOOL,
  NOT_OFFERED("service"),
  NONE_YET("service"),
  LAST_GOOD("time"),
  SERVICE_NEWS,
  SERVICE_BUS,
  SERVICE_PLACES,
  SERVICE_SCHOOLS,
  METRES("metres"),
  KILOMETRES("km"),
  TRAFFIC_ALL("lines"),
  TRAFFIC_LINE("road", "state", "speed", "time"),
  TRAFFIC_UNMEASURED("road", "count", "time"),
  TRAFFIC_STALE("road", "time"),
  TRAFFIC_SILENT("road"),
  TRAFFIC_NONE,
  FLOW_A,
  FLOW_B,
  FLOW_C,
  FLOW_D,
  FLOW_E,
  FLOW_F,
  CAMERAS("lines"),
  CAMERA_FLOODED("camera", "time"),
  CAMERA_DRY_AGAIN("camera", "time"),
  CAMERA_CLEAR("camera"),
  CAMERA_BLIND("camera", "time"),
  CAMERAS_NONE,
  NEWS("topic", "lines"),
  NEWS_LINE("title", "time", "link"),
  NEWS_NOTHING("topic"),
  NEWS_CONSENT("topic"),
  NEWS_SUBSCRIBED("consent"),
  NEWS_WHICH,
  NEWS_STOPPED("topic"),
  NEWS_STOPPED_ALL,
  NEWS_DIGEST("topic", "lines"),
  BUS_AT("stop", "lines"),
  BUS_STOP_AWAY("stop", "distance"),
  BUS_LINE("route", "time", "wait", "late"),
  BUS_TOWARDS("route", "headsign"),
  BUS_NUMBER("route"),
  BUS_ON_TIME,
  BUS_LATE("minutes"),
  BUS_EARLY("minutes"),
  BUS_NOW,
  BUS_IN("minutes"),
  BUS_NO_MORE("stop"),
  BUS_WHERE("routes"),
  BUS_NONE,
  BUS_WHICH,
  BUS_UNKNOWN("stops"),
  BUS_ROUTE("route", "stops"),
  BUS_TIMETABLE_ALONE,
  PLACES_NEAR("lines"),
  PLACES_WHERE("names"),
  PLACES_UNKNOWN("names"),
  PLACES_WHICH,
  PLACES_NONE,
  PLACE_LINE("place", "distance", "hours"),
  PLACE_NAME("name", "kind"),
  PLACE_ADDRESS("address"),
  PLACE_PHONE("phone"),
  PLACE_OPEN("spans"),
  PLACE_SHUT_NOW("spans"),
  PLACE_CLOSED_TODAY,
  PLACE_HOURS_UNKNOWN,
  PLACE_NOTICE("notice"),
  SCHOOLS_NEAR("lines"),
  SCHOOLS_WHERE("names"),
  SCHOOLS_UNKNOWN("names"),
  SCHOOLS_WHICH,
  SCHOOLS_NONE,
  SCHOOLS_NOTICES("lines"),
  BUTTON_TOWN,
  BUTTON_TRAFFIC,
  BUTTON_CAMERAS,
  BUTTON_BUS,
  BUTTON_NEWS,
  BUTTON_PLACES,
  BUTTON_SCHOOLS,
  BUTTON_BUS_HERE,
  BUTTON_PLACES_HERE,
  BUTTON_SCHOOLS_HERE,
  BUTTON_TOPIC("topic"),
  BUTTON_SUBSCRIBE_NEWS("topic"),
  BUTTON_STOP_NEWS("topic");

  private final Set<String> gaps;

  TownSentence(String... gaps) {
    this.gaps = Set.of(gaps);
  }

  Set<String> gaps() {
    return gaps;
  }

  String section() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
