package org.fogg.broker;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fogg.stack.Servers;

/**
 * An execution side in a process of its own, which tests stop and let go on by signals. Its clock
 * is minutes ahead, as that of a machine nobody looks after.
 */
final class BrokerProcess implements AutoCloseable {

    private static final Duration AHEAD = Duration.ofMinutes(7);

    private static final int USUAL_HEAP_MIB = 192;
    private static final String LIVE = "live in epoch";

    private final Process process;
    private final Path log;

    BrokerProcess(Servers servers, String georegion, int instance) throws IOException {
        this(servers, georegion, instance, USUAL_HEAP_MIB);
    }

    BrokerProcess(Servers servers, String georegion, int instance, int heapMiB) throws IOException {
        log = Path.of("target", "broker-process-" + georegion + ".log").toAbsolutePath();
        log.getParent().toFile().mkdirs();
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + heapMiB + "m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BrokerProcess.class.getName(),
                                georegion,
                                Integer.toString(instance),
                                Integer.toString(servers.cassandra().getPort()),
                                servers.localDc(),
                                servers.kafka())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
    }

    /** Where its output is. */
    Path log() {
        return log;
    }

    /** How often it has become the owner of a shard. */
    long takeOvers() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(LIVE)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGSTOP: it does nothing any more, and does not know it. */
    void pause() throws Exception {
        signal("STOP");
    }

    /** SIGCONT: it goes on where it was. */
    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new IllegalStateException("Cannot send " + name);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Runs one until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        var at =
                new TestSettings.At(
                        new InetSocketAddress("127.0.0.1", Integer.parseInt(args[2])),
                        args[3],
                        args[4]);
        ExecutionSettings settings =
                TestSettings.of(args[0], Integer.parseInt(args[1]), at, TestSettings.NO_SNAPSHOTS);
        Clock ahead = Clock.offset(Clock.systemUTC(), AHEAD);
        var side = new ExecutionSide(settings, new SimpleMeterRegistry(), ahead);
        side.start();
        new CountDownLatch(1).await();
    }
}
