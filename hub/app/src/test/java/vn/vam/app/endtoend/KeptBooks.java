package vn.vam.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.SearchOption;
import vn.vam.app.hub.Hub;

/**
 * After every test each hub that was started meanwhile is asked for its books: every message it
 * received is in one account. JUnit finds this by itself and {@link HubHere} and {@link
 * HubElsewhere} tell of their hubs, so that no test has to think of it. A test that ends in trouble
 * on purpose says so, see {@link InTrouble}.
 */
public final class KeptBooks implements BeforeAllCallback, AfterEachCallback {
  private static final List<Hub> HERE = new ArrayList<>();
  private static final Set<Door> DOORS = new LinkedHashSet<>();
  private static boolean found;

  @Override
  public void beforeAll(ExtensionContext context) {
    found = true;
  }

  static Hub askAfterwards(Hub hub) {
    HERE.add(hub);
    askAfterwards(new Door(hub.port()));
    return hub;
  }

  static void askAfterwards(Door door) {
    assertThat(found)
        .as("JUnit finds the extension that asks the books (junit-platform.properties)")
        .isTrue();
    DOORS.add(door);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    DOORS.removeIf(door -> !door.isOpen());
    if (context.getExecutionException().isEmpty()) {
      HERE.forEach(hub -> assertThat(hub.books().balances()).as(hub.books().summary()).isTrue());
      DOORS.forEach(isInTrouble(context) ? Door::booksBalanceSoFar : Door::booksBalance);
    }
    HERE.removeIf(hub -> !DOORS.contains(new Door(hub.port())));
  }

  private static boolean isInTrouble(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getElement(), InTrouble.class)
        || AnnotationSupport.findAnnotation(
                context.getRequiredTestClass(),
                InTrouble.class,
                SearchOption.INCLUDE_ENCLOSING_CLASSES)
            .isPresent();
  }
}
