package org.fogg.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The exchange simulator as a process of its own, which a test can kill and start again. */
final class ExchangeProcess {

    static final String CODE = "XIT";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final AtomicLong NEXT = new AtomicLong();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final String base;
    private final List<String> command;
    private final int port;
    private Process process;

    /**
     * @param folder for its files
     * @param suffix makes its topics its own
     */
    ExchangeProcess(Path folder, String kafka, String suffix, String... arguments) {
        this.folder = folder;
        this.base = "/exchanges/" + code(suffix);
        this.port = freePort();
        this.command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+IgnoreUnrecognizedVMOptions",
                                "-XX:+UseTransparentHugePages",
                                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.fogg.exchange.ExchangeSimulatorApplication",
                                "--server.port=" + port,
                                "--fogg.kafka.bootstrap=" + kafka,
                                // A busy machine is no outage.
                                "--fogg.exchange.journal-within=10s",
                                "--fogg.georegion=it" + suffix,
                                "--fogg.exchange.file=" + worldFile(suffix)));
        command.addAll(List.of(arguments));
    }

    /** A suffix that no exchange of this machine's test runs has, in letters as georegions need. */
    static String newSuffix() {
        return "x" + letters(ProcessHandle.current().pid()) + letters(NEXT.incrementAndGet());
    }

    private static String letters(long number) {
        StringBuilder letters = new StringBuilder();
        for (long rest = number; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path worldFile(String suffix) {
        String content =
                """
                aws_regions:
                  - {name: xx-test-1, city: Testford, latitude: 51, longitude: 0, rtt_ms: {xx-test-1: 1}}
                georegions:
                  - name: it%2$s
                    title: Test
                    latitude: 51
                    longitude: 0
                    aws_regions: [xx-test-1]
                    no_pair: a test
                    traders_rtt_ms: {nearest: 1, farthest: 1}
                exchanges:
                  - id: 1
                    code: %1$s
                    name: Test Exchange
                    georegion: it%2$s
                    city: Testford
                    latitude: 51.5
                    longitude: -0.1
                    time_zone: Europe/London
                    rtt_ms: {xx-test-1: 1}
                    stocks:
                      - {symbol: AAA, name: Aaa, price: 40, volatility: 20}
                      - {symbol: BBB, name: Bbb, price: 80, volatility: 30}
                """
                        .formatted(code(suffix), suffix);
        try {
            return Files.writeString(folder.resolve("world.yaml"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String code(String suffix) {
        return CODE + suffix.toUpperCase(Locale.ROOT);
    }

    ExchangeProcess start() throws IOException {
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("exchange.log").toFile()))
                        .start();
        return this;
    }

    ExchangeProcess awaitReady() {
        await(() -> isReady() || !process.isAlive());
        assertThat(process.isAlive()).as("alive, see %s", folder).isTrue();
        return this;
    }

    boolean isReady() {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<byte[]> get(String path) throws IOException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** What its exchange lists, as JSON. */
    String stocks() throws IOException {
        return new String(get(base + "/stocks").body(), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> put(String path, String json) throws IOException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<byte[]> post(String path, byte[] message) throws IOException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(message)));
    }

    /** The answer, asked for again while the journal is not available, as on a busy machine. */
    byte[] ask(String path, byte[] message) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<byte[]> answer = post(path, message);
            if (answer.statusCode() != 503) {
                assertThat(answer.statusCode()).isEqualTo(200);
                return answer.body();
            }
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(
                    request.timeout(Duration.ofMinutes(1)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** As a crash: SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
