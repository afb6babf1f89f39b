package org.fogg.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void shouldDependOnTheJdkAndAgronaOnly() {
        classes()
                .that()
                .resideInAPackage("org.fogg.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.fogg.contracts..", "java..", "org.agrona..", "org.jspecify..")
                .check(
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("org.fogg.contracts"));
    }
}
