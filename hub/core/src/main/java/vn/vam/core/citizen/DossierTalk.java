package vn.vam.core.citizen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.vam.core.citizen.Vocabulary.Topic;
import vn.vam.core.dossier.DossierCode;
import vn.vam.core.dossier.Proof;
import vn.vam.core.text.Word;

/** Hears who speaks of a dossier. Pure. */
final class DossierTalk {
  /** Begins like a dossier code and is none: too few digits, a letter too many. */
  private static final Pattern NEARLY_A_CODE =
      Pattern.compile("(?i)(?<![\\p{L}\\d])[A-Z]\\d{2}[.\\d]*\\s*[-\\u2010-\\u2015]\\s*\\d{3,}");

  private final Vocabulary vocabulary;

  DossierTalk(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param typed what stands beside the code: a look-up code is no word typed in Telex
   * @param rest what is said by that
   */
  Intent of(DossierCode code, String typed, Said rest) {
    List<Word> words = rest.words();
    if (stops(words)) {
      return new Intent.StopDossiers(Optional.of(code));
    }
    Optional<Proof> proof = Proof.findIn(typed).filter(known -> isMeant(known, typed, rest));
    return follows(words)
        ? new Intent.FollowDossier(Optional.of(code), proof)
        : new Intent.AskDossier(code, proof);
  }

  /** Not a word of the conversation, however it was typed. */
  private boolean isMeant(Proof proof, String typed, Said rest) {
    return !vocabulary.knows(proof.value().toLowerCase(Locale.ROOT))
        && !vocabulary.knows(read(proof, typed, rest).bare());
  }

  /** How that word was read; letters of Telex are mended a word at a time. */
  private static Word read(Proof proof, String typed, Said rest) {
    Word word = Word.allIn(proof.value()).getFirst();
    List<Word> mended = Word.allIn(rest.text());
    int at = Word.allIn(typed).indexOf(word);
    return at >= 0 && at < mended.size() ? mended.get(at) : word;
  }

  Optional<Intent> in(String text, List<Word> words) {
    if (vocabulary.hears(Topic.DOSSIER, vocabulary.without(words, Topic.NO_DOSSIER))) {
      return Optional.of(ofOne(words));
    }
    boolean isMeant = NEARLY_A_CODE.matcher(text).find() || asksForAPaper(words);
    return isMeant ? Optional.of(new Intent.AskDossierHowTo()) : Optional.empty();
  }

  private Intent ofOne(List<Word> words) {
    if (vocabulary.hears(Topic.FOLLOWED, words)) {
      return new Intent.ListDossiers();
    }
    if (stops(words)) {
      return new Intent.StopDossiers(Optional.empty(), vocabulary.hears(Topic.ALL_DOSSIERS, words));
    }
    return follows(words)
        ? new Intent.FollowDossier(Optional.empty(), Optional.empty())
        : new Intent.AskDossierHowTo();
  }

  /** Who wants to be told, and not now. */
  private boolean follows(List<Word> words) {
    return vocabulary.hears(Topic.FOLLOW, words)
        || (vocabulary.hears(Topic.TELL_ME, words) && vocabulary.hears(Topic.CONDITION, words));
  }

  private boolean asksForAPaper(List<Word> words) {
    return vocabulary.hears(Topic.PAPER, words) && vocabulary.hears(Topic.PAPER_STATE, words);
  }

  private boolean stops(List<Word> words) {
    if (vocabulary.hears(Topic.MISSING, words)) {
      return false;
    }
    OptionalInt begins = vocabulary.begins(Topic.STOP, words);
    return vocabulary.hears(Topic.STOP_ANYWHERE, words)
        || (begins.isPresent()
            && vocabulary
                .without(
                    words.subList(begins.getAsInt(), words.size()), Topic.STOP_SMALL, Topic.DOSSIER)
                .isEmpty());
  }
}
