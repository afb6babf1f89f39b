package org.fogg.trader.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fogg.trader");

    @Test
    void shouldHaveNoCyclesBetweenFeatures() {
        slices().matching("org.fogg.trader.bench.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldKeepTheEntryOutOfTheFeatures() {
        noClasses()
                .that()
                .resideInAPackage("org.fogg.trader.bench.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.fogg.trader.bench")
                .check(CLASSES);
    }

    @Test
    void shouldNeedNoSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }
}
