package vn.vam.app.endtoend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import vn.vam.app.config.HubConfig;
import vn.vam.app.hub.Hub;

class AHubOfATest {
  @Test
  void is_started_where_its_books_are_asked_afterwards() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(HubHere.class, HubAhead.class)
        .should()
        .callMethod(Hub.class, "start", HubConfig.class, Clock.class)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("vn.vam.app"));
  }
}
