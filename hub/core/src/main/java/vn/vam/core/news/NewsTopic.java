package vn.vam.core.news;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.vam.core.text.Phrases;
import vn.vam.core.text.Sections;
import vn.vam.core.text.Word;

/** What news are about, as citizens ask for them; the words of each are in {@code vi/news.txt}. */
public enum NewsTopic {
  SALT,
  WEATHER,
  FARMING,
  TRAFFIC,
  HEALTH,
  SCHOOL,
  ALL;

  private final Phrases words;
  private final String title;

  NewsTopic() {
    words = new Phrases(Texts.of(this).subList(1, Texts.of(this).size()));
    title = Texts.of(this).getFirst();
  }

  /** Enum constants are made before the enum's own constants are there. */
  private static final class Texts {
    private static final Sections SECTIONS = Sections.read("vi/news");

    static List<String> of(NewsTopic topic) {
      return SECTIONS.lines(topic.word());
    }
  }

  /** As it stands in commands and in the state file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NewsTopic> named(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }

  /** Such as "hạn, mặn". */
  public String title() {
    return title;
  }

  /** The topics someone speaks of. */
  public static List<NewsTopic> allIn(List<Word> said) {
    return Arrays.stream(values())
        .filter(topic -> topic != ALL && topic.words.areIn(said))
        .toList();
  }

  /** By the article's title and categories. */
  public boolean covers(Article article) {
    return this == ALL
        || words.areIn(Word.allIn(article.title()))
        || article.categories().stream().anyMatch(name -> words.areIn(Word.allIn(name)));
  }
}
