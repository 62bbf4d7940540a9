package vn.vam.sim.bench;

import java.util.List;
import java.util.random.RandomGenerator;

/** One message of a citizen. */
sealed interface Utterance {
  /** What is asked for, as its answers take differently long. */
  enum Kind {
    WORDS("words"),
    CHART("a chart"),
    DOSSIER("a dossier"),
    PHOTO("a photo of a receipt");

    private final String told;

    Kind(String told) {
      this.told = told;
    }

    String told() {
      return told;
    }
  }

  Kind kind();

  /** What an answer that does not put the citizen off has in its body. */
  String expected();

  record Words(Kind kind, String text, String expected) implements Utterance {}

  /**
   * @param code of the dossier whose receipt it shows
   */
  record Photo(String code) implements Utterance {
    @Override
    public Kind kind() {
      return Kind.PHOTO;
    }

    @Override
    public String expected() {
      return code;
    }
  }

  List<String> PHRASES =
      List.of(
          "độ mặn bến %d",
          "do man ben %d",
          "ben %d man khong",
          "độ mặn",
          "menu",
          "khi nao ben %d an toan",
          "bao toi khi ben %d tren 2",
          "canh bao cua toi",
          "dừng",
          "asdf qwer");

  /**
   * Something to talk about, each as likely as any other: one of the phrases, a chart, a dossier by
   * its code or by a photo, which takes a second message for what proves that it is one's own.
   *
   * @param code of a dossier nobody else asks for
   */
  static List<Utterance> topic(RandomGenerator random, String code) {
    int chosen = random.nextInt(PHRASES.size() + 3);
    int station = random.nextInt(ChatHub.STATIONS);
    Utterance proof = new Words(Kind.DOSSIER, ChatOffice.LOOK_UP_CODE, ChatOffice.PROCEDURE);
    return switch (chosen - PHRASES.size()) {
      case 0 -> List.of(new Words(Kind.CHART, "biểu đồ bến " + station, "attachment_id"));
      case 1 -> List.of(new Words(Kind.DOSSIER, code, code), proof);
      case 2 -> List.of(new Photo(code), proof);
      default -> List.of(new Words(Kind.WORDS, PHRASES.get(chosen).formatted(station), ""));
    };
  }
}
