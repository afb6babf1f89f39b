package org.fogg.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The core is pure: the same inputs in the same order give the same decisions, everywhere. */
class CoreArchitectureTest {

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fogg.core");

    @Test
    void shouldDependOnCollectionsOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.fogg.core..",
                        "java.lang",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "org.agrona.collections",
                        "org.jspecify.annotations")
                .check(CORE);
    }

    @Test
    void shouldHaveNoClockNoThreadAndNoChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Thread.class,
                        Runtime.class,
                        ThreadLocal.class,
                        java.util.Random.class,
                        java.util.SplittableRandom.class,
                        java.util.Date.class,
                        java.util.Calendar.class,
                        java.util.Timer.class)
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "identityHashCode", Object.class)
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CORE);
    }

    @Test
    void shouldHaveNoCyclesBetweenFeatures() {
        slices().matching("org.fogg.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void shouldKeepTheTriggerBookApart() {
        noClasses()
                .that()
                .resideInAPackage("org.fogg.core.trigger")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.fogg.core.engine", "org.fogg.core.order")
                .check(CORE);
    }
}
