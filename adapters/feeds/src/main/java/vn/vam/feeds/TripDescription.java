package vn.vam.feeds;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/** Which trip is meant: {@code TripDescriptor} of GTFS-realtime. */
final class TripDescription {
  private static final int CANCELED = 3;

  String trip = "";
  String route = "";
  String day = "";
  boolean cancelled;

  boolean read(int number, CodedInputStream in) throws IOException {
    switch (number) {
      case 1 -> trip = in.readStringRequireUtf8();
      case 3 -> day = in.readStringRequireUtf8();
      case 4 -> cancelled = in.readEnum() == CANCELED;
      case 5 -> route = in.readStringRequireUtf8();
      default -> {
        return false;
      }
    }
    return true;
  }
}
