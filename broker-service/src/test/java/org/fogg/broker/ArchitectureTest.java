package org.fogg.broker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** The shape of the code. */
final class ArchitectureTest {

    private static final String DRIVER = "com.datastax..";
    private static final String KAFKA = "org.apache.kafka..";
    private static final String SPRING = "org.springframework..";
    private static final String SPRING_KAFKA = "org.springframework.kafka..";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fogg.broker");

    @Test
    void shouldHaveFeaturesWithoutCycles() {
        slices().matching("org.fogg.broker.(*)..").should().beFreeOfCycles().check(CLASSES);
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
    void shouldKeepTheDriverAndKafkaOutOfTheRestApi() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.fogg.broker.web",
                        "org.fogg.broker.security",
                        "org.fogg.broker.assets",
                        "org.fogg.broker.orders",
                        "org.fogg.broker.account",
                        "org.fogg.broker.stocks",
                        "org.fogg.broker.admin",
                        "org.fogg.broker.updates",
                        "org.fogg.broker.health")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DRIVER, KAFKA, SPRING_KAFKA)
                .check(CLASSES);
    }

    @Test
    void shouldKeepSpringOutOfAdapters() {
        noClasses()
                .that()
                .resideInAnyPackage("org.fogg.broker..cassandra")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SPRING)
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheWebOutOfTheExecutionSide() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.fogg.broker.shard..",
                        "org.fogg.broker.journal..",
                        "org.fogg.broker.projection..",
                        "org.fogg.broker.events..",
                        "org.fogg.broker.exchange..",
                        "org.fogg.broker.market..",
                        "org.fogg.broker.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.fogg.broker.web..",
                        "org.fogg.broker.orders..",
                        "org.fogg.broker.updates..",
                        "org.fogg.broker.security..")
                .check(CLASSES);
    }
}
