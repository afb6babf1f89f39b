package org.fogg.stack;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fogg.stack");

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        SlicesRuleDefinition.slices()
                .matching("org.fogg.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void shouldNeedTestLibrariesForTestsOnly() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("org.fogg.stack.junit", "org.fogg.stack.containers")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.testcontainers..")
                .check(CLASSES);
    }
}
