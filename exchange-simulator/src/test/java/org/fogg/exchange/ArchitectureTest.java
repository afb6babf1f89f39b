package org.fogg.exchange;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fogg.exchange");

    @Test
    void shouldHaveNoCyclesBetweenFeatures() {
        slices().matching("org.fogg.exchange.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldNotDependOnTheCompositionRoot() {
        noClasses()
                .that()
                .resideInAPackage("org.fogg.exchange.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fogg.exchange")
                .check(CLASSES);
    }

    @Test
    void shouldDecideWithoutClockThreadOrInput() {
        noClasses()
                .that()
                .resideInAnyPackage("..ledger..", "..message..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache..",
                        "org.slf4j..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.net..",
                        "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepSpringInItsPlace() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.fogg.exchange", "..web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepControllersToTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .check(CLASSES);
    }
}
