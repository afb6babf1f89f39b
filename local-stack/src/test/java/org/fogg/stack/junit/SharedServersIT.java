package org.fogg.stack.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fogg.stack.Await;
import org.fogg.stack.ChildJvm;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerKind;
import org.fogg.stack.ServerState;
import org.fogg.stack.process.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServersIT {
    @TempDir private Path folder;

    @Test
    void shouldShareOneServerUntilItIsStoppedOrTheBuildIsKilled() throws Exception {
        // Stands for Maven: what matters is that it lives as long as the build and is killed.
        Process build = new ProcessBuilder("sleep", "600").start();
        long broker;
        try (ChildJvm first = testJvm("first", AskForKafka.class, build);
                ChildJvm second = testJvm("second", AskForKafka.class, build)) {
            assertThat(first.await()).as(first.output()).isZero();
            assertThat(second.await()).as(second.output()).isZero();
            assertThat(first.output()).isEqualTo(second.output());
            assertThat(ProcessIdentity.of(pid(first))).isPresent();

            broker = stopAndAskAgain(build, pid(first));
        } finally {
            build.destroyForcibly().waitFor();
        }

        Await.until("the broker has ended", () -> ProcessIdentity.of(broker).isEmpty());
    }

    @Test
    void shouldSayThatThereIsNoDockerWhenContainersAreAskedFor() throws Exception {
        // An address where no Docker can be, so that the answer is the same on every machine.
        try (ChildJvm test =
                ChildJvm.start(
                        folder.resolve("containers.out"),
                        Map.of(
                                "DOCKER_HOST",
                                "tcp://127.0.0.1:1",
                                "TESTCONTAINERS_DOCKER_CLIENT_STRATEGY",
                                "none"),
                        List.of("-Dfogg.servers=containers"),
                        AskForKafka.class)) {
            assertThat(test.await()).isEqualTo(1);
            assertThat(test.output())
                    .contains(
                            "Containers were asked for with -Dfogg.servers=containers, but no"
                                    + " Docker answers on this machine");
        }
    }

    private long stopAndAskAgain(Process build, long before) throws Exception {
        try (ChildJvm third = testJvm("third", StopAndAskAgain.class, build)) {
            assertThat(third.await()).as(third.output()).isZero();

            assertThat(third.output()).startsWith("ended, same address");
            assertThat(pid(third)).isNotEqualTo(before);
            assertThat(ProcessIdentity.of(pid(third))).isPresent();
            return pid(third);
        }
    }

    /** The last thing that a test JVM prints. */
    private static long pid(ChildJvm jvm) throws Exception {
        String output = jvm.output();
        return Long.parseLong(output.substring(output.lastIndexOf(' ') + 1));
    }

    private ChildJvm testJvm(String name, Class<?> main, Process build) throws Exception {
        return ChildJvm.start(
                folder.resolve(name + ".out"),
                Map.of(),
                List.of("-D" + BuildOwner.PROPERTY + "=" + build.pid()),
                main);
    }

    /** What a test JVM of the build does. */
    static final class AskForKafka {
        private AskForKafka() {}

        static long pid() throws Exception {
            return LocalStack.in(BuildFolder.of(BuildOwner.find())).status().get(0).pid();
        }

        public static void main(String[] args) throws Exception {
            String endpoint = SharedServers.get(ServerKind.KAFKA).kafka();
            System.out.print(endpoint + " " + pid());
        }
    }

    /** What a test JVM does that wants the machine for itself, and a later one. */
    static final class StopAndAskAgain {
        private StopAndAskAgain() {}

        public static void main(String[] args) throws Exception {
            String before = SharedServers.get(ServerKind.KAFKA).kafka();
            SharedServers.stop();
            boolean ended =
                    LocalStack.in(BuildFolder.of(BuildOwner.find())).status().stream()
                            .noneMatch(ServerState::running);
            String after = SharedServers.get(ServerKind.KAFKA).kafka();
            System.out.print(ended ? "ended, " : "runs on, ");
            System.out.print(after.equals(before) ? "same address" : "another address " + after);
            System.out.print(" " + AskForKafka.pid());
        }
    }
}
