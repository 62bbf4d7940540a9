package vn.vam.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vn.vam.app.command.Vam;

class TheFrontPage {
  private static final String PAGE = Tree.read(Tree.root().resolve("README.md"));
  private static final Pattern COMMAND = Pattern.compile("\\./vam ([a-z]+[^`\\n|]*)");
  private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)");
  private static final Pattern FOLDER = Pattern.compile("(?m)^ *([a-z0-9-]+)/(?: +\\S.*)?$");

  /** The launcher runs the tests itself; all other commands are the program's. */
  private static final String OF_THE_LAUNCHER = "test";

  static Stream<String> commands() {
    return COMMAND.matcher(PAGE).results().map(found -> found.group(1).strip()).distinct();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void names_commands_and_options_that_exist(String command) {
    if (command.startsWith(OF_THE_LAUNCHER)) {
      assertThat(Tree.read(Tree.root().resolve("vam"))).contains("./vam " + OF_THE_LAUNCHER);
    } else {
      assertThat(commandNamed(command).getCommandSpec().optionsMap().keySet())
          .containsAll(optionsIn(command));
    }
  }

  private static CommandLine commandNamed(String command) {
    CommandLine found = new CommandLine(new Vam());
    for (String word : command.split(" ", -1)) {
      CommandLine below = found.getSubcommands().get(word);
      if (below == null) {
        break;
      }
      found = below;
    }
    assertThat(found.getParent()).as(command).isNotNull();
    return found;
  }

  private static List<String> optionsIn(String command) {
    return OPTION.matcher(command).results().map(found -> found.group(1)).toList();
  }

  @Test
  void shows_the_two_commands_one_begins_with() {
    assertThat(commands()).contains("demo", "test");
  }

  @Test
  void maps_every_module_and_no_folder_that_is_not_there() {
    List<String> mapped =
        FOLDER.matcher(PAGE).results().map((MatchResult found) -> found.group(1)).toList();

    assertThat(mapped)
        .contains("hub", "adapters", "simulators", "deploy")
        .allSatisfy(folder -> assertThat(inTheTree(folder)).as(folder).isTrue());
    Stream.of("adapters", "simulators", "hub")
        .flatMap(parent -> Tree.folders(parent).stream())
        .map(module -> module.getFileName().toString())
        .forEach(module -> assertThat(mapped).contains(module));
  }

  private static boolean inTheTree(String folder) {
    return Stream.of("", "hub", "adapters", "simulators")
        .anyMatch(parent -> Tree.root().resolve(parent).resolve(folder).toFile().isDirectory());
  }
}
