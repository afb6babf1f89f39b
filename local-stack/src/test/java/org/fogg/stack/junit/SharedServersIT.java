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
    void shouldShareOneServerAndStopItWhenTheBuildIsKilled() throws Exception {
        // Stands for Maven: what matters is that it lives as long as the build and is killed.
        Process build = new ProcessBuilder("sleep", "600").start();
        long broker;
        try (ChildJvm first = testJvm("first", build);
                ChildJvm second = testJvm("second", build)) {
            assertThat(first.await()).as(first.output()).isZero();
            assertThat(second.await()).as(second.output()).isZero();

            assertThat(first.output()).isEqualTo(second.output());
            broker = Long.parseLong(first.output().split(" ", -1)[1]);
            assertThat(ProcessIdentity.of(broker)).isPresent();
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

    private ChildJvm testJvm(String name, Process build) throws Exception {
        return testJvm(name, AskForKafka.class, build);
    }

    private ChildJvm testJvm(String name, Class<?> main, Process build) throws Exception {
        return ChildJvm.start(
                folder.resolve(name + ".out"),
                Map.of(),
                List.of("-D" + BuildOwner.PROPERTY + "=" + build.pid()),
                main);
    }

    @Test
    void shouldStartAServerAgainWhenItIsAskedForAfterTheyWereStopped() throws Exception {
        Process build = new ProcessBuilder("sleep", "600").start();
        try (ChildJvm jvm = testJvm("again", StopAndAskAgain.class, build)) {
            assertThat(jvm.await()).as(jvm.output()).isZero();

            assertThat(jvm.output()).isEqualTo("ended, same address");
        } finally {
            build.destroyForcibly().waitFor();
        }
    }

    /** What a test JVM of the build does. */
    static final class AskForKafka {
        private AskForKafka() {}

        public static void main(String[] args) throws Exception {
            String endpoint = SharedServers.get(ServerKind.KAFKA).kafka();
            long pid = LocalStack.in(BuildFolder.of(BuildOwner.find())).status().get(0).pid();
            System.out.println(endpoint + " " + pid);
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
        }
    }
}
