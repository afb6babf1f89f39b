package org.fogg.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses AUDIT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.fogg.audit");

    @Test
    void shouldReadByItsOwnCodeOnly() {
        classes()
                .that()
                .resideInAPackage("org.fogg.audit..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.fogg.audit..",
                        "org.fogg.contracts..",
                        "java..",
                        "org.agrona..",
                        "org.jspecify..",
                        "com.datastax.oss.driver.api..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..")
                .check(AUDIT);
    }

    @Test
    void shouldKeepServersInTheirAdapters() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.fogg.audit.cassandra..", "org.fogg.audit.kafka..", "org.fogg.audit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.datastax..", "org.apache.kafka..")
                .check(AUDIT);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("org.fogg.audit.(*)..").should().beFreeOfCycles().check(AUDIT);
    }
}
