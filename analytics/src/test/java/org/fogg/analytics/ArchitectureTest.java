package org.fogg.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the code. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fogg.analytics");

    @Test
    void shouldHaveFeaturesWithoutCycles() {
        slices().matching("org.fogg.analytics.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldHideControllers() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notBePublic()
                .check(CLASSES);
    }

    @Test
    void shouldKeepKafkaOutOfTheRestApiAndTheWebOutOfTheStream() {
        noClasses()
                .that()
                .resideInAnyPackage("org.fogg.analytics.trends", "org.fogg.analytics.web")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.fogg.analytics.events",
                        "org.fogg.analytics.index",
                        "org.fogg.analytics.rebuild")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                .check(CLASSES);
    }
}
