package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.citizen.StationNames.Mentions;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Word;

/** What was said, and the stations it names. */
record Said(String text, List<Word> words, Mentions mentions) {
  Said {
    words = List.copyOf(words);
  }

  List<Station> stations() {
    return mentions.stations();
  }

  List<StationId> ids() {
    return stations().stream().map(Station::id).toList();
  }

  /** What is behind the first words. */
  static List<Word> behind(List<Word> words, int count) {
    return words.subList(count, words.size());
  }
}
