package vn.vam.payloads.personal;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vam.core.message.Payload;

/**
 * Which names of fields hold personal data: those of plates and faces wherever they occur, and in
 * what cameras say also those of names, descriptions and pictures. However they are written: {@code
 * recognized_license_plate}, {@code PlateNumber}, {@code FACE-ID}, {@code biển số}.
 */
public final class PersonalKeys {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|[^\\p{L}\\p{N}]+");
  private static final Pattern PLATE =
      Pattern.compile(
          "plates?|plate(no|num|id|box|text).*|.*(license|licence|number|car)plates?.*");
  private static final Pattern READER = Pattern.compile("a?lpr|anpr|bks|bsx|bien(so|kiemsoat).*");
  private static final Pattern FACE = Pattern.compile("faces?|facial|face(id|name|list|box).*");

  /**
   * At least one of these is in every name that {@link #isPlate} or {@link #isFace} knows, unless
   * an escape hides it.
   */
  private static final Traces TRACES =
      Traces.of(
          "plate",
          "lpr",
          "anpr",
          "bks",
          "bsx",
          "bien",
          "bi\u1ec3",
          "bi\u1ec2",
          "bi\u00ea",
          "bi\u00ca",
          "bie\u0302",
          "face",
          "facial",
          "\\u");

  private static final Pattern READER_IN_WORDS = Pattern.compile("\\bbien (so|kiem soat)\\b");
  private static final Pattern ESCAPE = Pattern.compile("\\\\[uU](\\p{XDigit}{4})");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int FIRST_MARKED = 0x80;
  private static final Pattern DIGITS = Pattern.compile("\\p{N}+");
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  private static final Set<String> OF_CAMERAS =
      Set.of(
          "sublabel",
          "sublabels",
          "attributes",
          "currentattributes",
          "name",
          "names",
          "personname",
          "fullname",
          "identity",
          "owner",
          "driver",
          "description",
          "gender",
          "age",
          "embedding",
          "embeddings",
          "thumbnail",
          "thumbnails",
          "thumb",
          "thumbpath",
          "image",
          "images",
          "picture",
          "pictures",
          "photo",
          "snapshot",
          "jpeg",
          "jpg",
          "base64");

  private PersonalKeys() {}

  /** Whether a field of this name tells a plate, or of one. */
  public static boolean isPlate(String name) {
    return READER.matcher(plain(name)).matches()
        || words(name)
            .anyMatch(word -> PLATE.matcher(word).matches() || READER.matcher(word).matches());
  }

  static boolean isFace(String name) {
    return words(name).anyMatch(word -> FACE.matcher(word).matches());
  }

  /** Whether a field of this name is not to be written down. */
  public static boolean isPersonal(String name, boolean ofCamera) {
    return isPlate(name) || isFace(name) || ofCamera && OF_CAMERAS.contains(plain(name));
  }

  /**
   * Whether any word of a text of unknown form could be a name that tells a plate or a face, also
   * behind an escape or beside digits; always where control characters may be its punctuation.
   */
  static boolean mayBeNamedIn(String text) {
    String unescaped =
        ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))));
    String letters = DIGITS.matcher(unescaped).replaceAll(" ");
    return NO_TEXT.matcher(text).find()
        || isPlate(letters)
        || isFace(letters)
        || READER_IN_WORDS.matcher(words(letters).collect(Collectors.joining(" "))).find();
  }

  private static Stream<String> words(String name) {
    return BETWEEN_WORDS.splitAsStream(unmarked(name)).map(word -> word.toLowerCase(Locale.ROOT));
  }

  /** As {@code bien so} is written without its diacritics. */
  private static String unmarked(String name) {
    return name.chars().allMatch(c -> c < FIRST_MARKED)
        ? name
        : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
  }

  private static String plain(String name) {
    return words(name).collect(Collectors.joining());
  }

  /** Whether a look at the names is worth while: cheap, and never wrong where it says no. */
  static boolean mayBeIn(Payload payload) {
    return TRACES.areIn(payload);
  }

  /** Whether a level of a topic is a name that tells plates or faces. */
  static boolean areIn(String topic) {
    return TRACES.areIn(topic)
        && Arrays.stream(topic.split("/", -1)).anyMatch(level -> isPersonal(level, false));
  }
}
