package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.Fogg;
import org.fogg.launcher.json.Json;
import org.fogg.launcher.world.Ports;
import org.fogg.launcher.world.StatusReport;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldFile;
import org.fogg.launcher.world.WorldHome;
import org.fogg.launcher.world.WorldSettings;
import org.fogg.stack.ProjectRoot;

/**
 * The world that all system tests share, on ports of its own, with prices that move only when a
 * test moves them. Each test trades stocks that no other test trades, and leaves the world running
 * and in order.
 */
final class TestWorld {

    private final World world;
    private final Ports ports;

    private TestWorld(World world, Ports ports) {
        this.world = world;
        this.ports = ports;
    }

    /** A world in a folder below target, on free ports; not started. */
    static TestWorld in(String folder) {
        Path home = Path.of("target", folder).toAbsolutePath();
        Ports ports = freePorts();
        return new TestWorld(World.at(new WorldHome(ProjectRoot.find(), home), ports), ports);
    }

    /** Starts it, or what of it has died. */
    void up() throws InterruptedException {
        up(WorldSettings.defaults());
    }

    /** The same with other settings; prices are those that the test sets. */
    void up(WorldSettings settings) throws InterruptedException {
        world.up(settings.withTicksPerSecond(0), System.out::println);
    }

    World world() {
        return world;
    }

    WorldFile file() {
        return world.running();
    }

    StatusReport status() {
        try {
            return world.status();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    String brokerUrl() {
        return broker().url();
    }

    String brokerUrl(String georegion) {
        return file().brokerOf(georegion).orElseThrow().url();
    }

    /** The broker as its administrator. */
    Rest admin() {
        return admin(brokerUrl());
    }

    /** A broker as its administrator. */
    Rest admin(String brokerUrl) {
        return new Rest(brokerUrl, file().admin().keyId(), file().admin().secretKey());
    }

    /** The broker's management port. */
    Rest management() {
        return Rest.open(broker().managementUrl());
    }

    /** Moves the price of a stock of London. */
    void move(String symbol, String price) {
        move(file().exchanges().get(0).url(), symbol, price);
    }

    private static void move(String exchangeUrl, String symbol, String price) {
        Rest exchange = Rest.open(exchangeUrl);
        String body = "{\"price\":\"%s\"}".formatted(price);
        // An exchange that has waited too long for its journal opens again by itself.
        Rest.Answer moved =
                Wait.until(
                        "an open exchange",
                        () -> exchange.put("/stocks/" + symbol + "/price", body),
                        answer -> answer.status() != 503);
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    }

    /** Moves the price and waits until the broker knows. */
    void moveAndAwait(String symbol, String price) {
        move(symbol, price);
        Wait.until(
                symbol + " at " + price,
                () -> admin().get("/v2/stocks/" + symbol + "/price").text("price"),
                price::equals);
    }

    /** The same at an exchange and the broker of its georegion. */
    void moveAndAwait(String exchange, String symbol, String price) {
        WorldFile.Exchange at =
                file().exchanges().stream()
                        .filter(each -> each.name().equals(exchange))
                        .findFirst()
                        .orElseThrow();
        move(at.url(), symbol, price);
        Wait.until(
                symbol + " at " + price,
                () ->
                        admin(brokerUrl(at.georegion()))
                                .get("/v2/stocks/" + symbol + "/price")
                                .text("price"),
                price::equals);
    }

    /** Runs a command of {@code fogg} on this world. */
    Outcome fogg(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Fogg.run(
                        arguments,
                        environment(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Outcome(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** A command that may be repeated, until it succeeds: a busy machine is no outage. */
    Outcome succeeds(String... arguments) {
        return Wait.until(
                String.join(" ", arguments), () -> fogg(arguments), end -> end.exitCode() == 0);
    }

    Map<String, String> environment() {
        return Map.of(
                "FOGG_HOME",
                world.home().folder().toString(),
                "FOGG_PORT_OFFSET",
                Integer.toString(ports.offset()));
    }

    /** What the auditor says. */
    AuditReport reconcile() {
        Outcome outcome = fogg("reconcile", "--json", "-");
        assertThat(outcome.out()).as(outcome.toString()).isNotEmpty();
        AuditReport report = Json.read(outcome.out(), AuditReport.class);
        assertThat(outcome.exitCode()).isEqualTo(report.ok() ? 0 : 1);
        return report;
    }

    /** Kills a process at once. */
    void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        Wait.until("end of " + pid, process::isAlive, alive -> !alive);
    }

    /** How a command ended. */
    record Outcome(int exitCode, String out, String err) {}

    private WorldFile.Broker broker() {
        return file().georegions().get(0).brokers().get(0);
    }

    private static Ports freePorts() {
        for (int i = 0; i < 100; i++) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(500, Ports.MAX_OFFSET));
            if (ports.all(2, WorldSettings.MAX_BROKERS).stream().allMatch(TestWorld::isFree)) {
                return ports;
            }
        }
        throw new AssertionError("No free ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
