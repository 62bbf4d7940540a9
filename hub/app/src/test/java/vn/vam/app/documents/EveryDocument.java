package vn.vam.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryDocument {
  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(#[^)]*)?\\)");
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z0-9]*)+)`");
  private static final Set<String> CLASSES =
      Tree.files(path -> path.toString().endsWith(".java")).stream()
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());

  /** The first folders of paths that lead into somebody's machine. */
  private static final List<String> FOLDERS_OF_A_MACHINE =
      Stream.of("root", "home", "work", "Users").map(folder -> "/" + folder + "/").toList();

  static Stream<Path> documents() {
    return Stream.concat(
            Tree.documents().stream(),
            Tree.files(path -> path.toString().endsWith(".yaml")).stream())
        .map(Tree.root()::relativize);
  }

  static Stream<Path> frontPageAndDecisions() {
    return Stream.concat(Stream.of(Tree.root().resolve("README.md")), Tree.decisions().stream())
        .map(Tree.root()::relativize);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void leads_to_no_folder_of_one_machine_alone(Path document) {
    assertThat(read(document)).doesNotContain(FOLDERS_OF_A_MACHINE);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void is_written_in_composed_letters(Path document) {
    assertThat(read(document)).matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_to_what_is_there(Path document) {
    Path file = Tree.root().resolve(document);

    assertThat(LINK.matcher(read(document)).results().map(found -> found.group(1)))
        .allSatisfy(link -> assertThat(Files.exists(file.resolveSibling(link))).as(link).isTrue());
  }

  @ParameterizedTest
  @MethodSource("frontPageAndDecisions")
  void names_classes_that_exist(Path document) {
    assertThat(CLASS.matcher(read(document)).results().map(found -> found.group(1)))
        .allSatisfy(name -> assertThat(CLASSES).contains(name));
  }

  private static String read(Path document) {
    return Tree.read(Tree.root().resolve(document));
  }
}
