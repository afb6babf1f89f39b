package org.fogg.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fogg.audit.client.ClientFiles;
import org.fogg.audit.report.AuditReport;
import org.fogg.audit.world.World;
import org.fogg.audit.world.Worlds;

/** Audits worlds in memory. */
final class Audits {
    private Audits() {}

    static AuditReport audit(World world) {
        return audit(world, 2, () -> {});
    }

    static AuditReport audit(World world, int passes, Runnable pause) {
        return audit(world, passes, pause, sources -> sources);
    }

    /** Audits a world whose sources are not quite what they were. */
    static AuditReport audit(
            World world, int passes, Runnable pause, UnaryOperator<Sources> changed) {
        try {
            Path file = Files.createTempFile("clients", ".jsonl");
            try {
                Files.writeString(file, String.join("\n", world.clients) + "\n");
                return Auditor.audit(
                        changed.apply(MemorySources.of(world, new ClientFiles(List.of(file)))),
                        Progress.NONE,
                        passes,
                        pause);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something done to a world by hand, and what the audit must say then. */
    record Tampering(String what, Consumer<World> tampering, String kind, List<String> named) {
        static Tampering of(String what, Consumer<World> tampering, String kind, Object... named) {
            return new Tampering(
                    what, tampering, kind, List.of(named).stream().map(Object::toString).toList());
        }

        void isNamed() {
            World world = Worlds.small();
            tampering.accept(world);

            AuditReport report = audit(world);

            assertThat(report.ok()).isFalse();
            assertThat(report.violations())
                    .anySatisfy(
                            violation -> {
                                assertThat(violation.kind()).isEqualTo(kind);
                                assertThat(violation.promise()).isBetween(1, 9);
                                assertThat(violation.message()).isNotBlank();
                                assertThat(violation.where()).isNotBlank();
                                named.forEach(
                                        name -> assertThat(violation.toString()).contains(name));
                            });
        }

        @Override
        public String toString() {
            return what + " -> " + kind;
        }
    }
}
