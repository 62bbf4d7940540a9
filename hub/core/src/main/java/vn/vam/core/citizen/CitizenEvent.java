package vn.vam.core.citizen;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import vn.vam.core.station.Position;

/** Something a citizen did in the chat. Holds personal data: none of these prints what it holds. */
public sealed interface CitizenEvent {
  /** The messenger's id of the person. */
  String citizen();

  Instant at();

  record Followed(String citizen, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "Followed";
    }
  }

  record Unfollowed(String citizen, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "Unfollowed";
    }
  }

  /** A typed text or the payload of a pressed button. */
  record Said(String citizen, String text, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "Said";
    }
  }

  /**
   * Photos, perhaps of a receipt.
   *
   * @param photos where the messenger keeps them for a while; a stranger's message says so
   * @param caption what is written below them; empty where nothing is
   */
  record SentPhotos(String citizen, List<URI> photos, String caption, Instant at)
      implements CitizenEvent {
    public SentPhotos {
      photos = List.copyOf(photos);
    }

    public SentPhotos(String citizen, List<URI> photos, Instant at) {
      this(citizen, photos, "", at);
    }

    @Override
    public String toString() {
      return "SentPhotos[" + photos.size() + "]";
    }
  }

  /**
   * Documents, perhaps a receipt as PDF.
   *
   * @param files where the messenger keeps them for a while; a stranger's message says so
   */
  record SentFiles(String citizen, List<URI> files, Instant at) implements CitizenEvent {
    public SentFiles {
      files = List.copyOf(files);
    }

    @Override
    public String toString() {
      return "SentFiles[" + files.size() + "]";
    }
  }

  /** A place they shared; it is forgotten with the answer. */
  record SentPlace(String citizen, Position place, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "SentPlace";
    }
  }

  /** A voice message, a sticker: something we have no answer for. */
  record SentOther(String citizen, String kind, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "SentOther[" + kind + "]";
    }
  }

  /**
   * Filled in the form that asks for a telephone number.
   *
   * @param number as it was written there
   */
  record GaveNumber(String citizen, String number, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "GaveNumber";
    }
  }

  /** Tapped to write, and has written nothing yet: they can be written to again. */
  record OpenedChat(String citizen, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "OpenedChat";
    }
  }

  /** The person asks that everything about them be erased. */
  record Withdrew(String citizen, Instant at) implements CitizenEvent {
    @Override
    public String toString() {
      return "Withdrew";
    }
  }
}
