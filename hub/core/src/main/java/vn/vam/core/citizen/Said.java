package vn.vam.core.citizen;

import java.util.List;
import vn.vam.core.citizen.StationNames.Mentions;
import vn.vam.core.station.Station;
import vn.vam.core.station.StationId;
import vn.vam.core.text.Word;

/** What was said, and the stations it names. */
record Said(String text, List<Word> words, Mentions mentions) {
  List<Station> stations() {
    return mentions.stations();
  }

  List<StationId> ids() {
    return stations().stream().map(Station::id).toList();
  }

  /** What was said behind the first words. */
  List<Word> behind(int count) {
    return behind(words, count);
  }

  static List<Word> behind(List<Word> words, int count) {
    return words.subList(count, words.size());
  }
}
