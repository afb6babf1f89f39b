package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fogg.launcher.Fogg;
import org.fogg.stack.ProjectRoot;
import org.fogg.system.TestWorld.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The launcher's own behaviour. */
@ExtendWith(SharedWorld.class)
class LauncherSystemTest {

    @Test
    void shouldChangeNothingWhenAWorldRunsAlready(TestWorld world) {
        Object before = world.status();

        Outcome again = world.fogg("up");

        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("running already");
        assertThat(world.status()).isEqualTo(before);
    }

    @Test
    void shouldPrintTheAddressOfTheApiPageWhenAWorldRuns(TestWorld world) {
        String out = world.fogg("up").out();

        String page =
                out.lines()
                        .filter(line -> line.contains("API page"))
                        .map(line -> line.substring(line.indexOf("http")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(out));
        // It leads on to the page.
        assertThat(Rest.open(page).get("").status()).isEqualTo(302);
    }

    @Test
    void shouldShowThePartsLogWhenAsked(TestWorld world) {
        Outcome log = world.fogg("logs", "europe-1");

        assertThat(log.exitCode()).isZero();
        assertThat(log.out()).isNotBlank();
    }

    @Test
    void shouldMakeATraderThatCanTradeUntilItsKeyIsRevoked(TestWorld world) {
        Outcome created =
                world.succeeds("trader", "create", "--georegion", "europe", "--json", "-");
        var trader = org.fogg.launcher.json.Json.tree(created.out());
        String key = trader.path("key_id").asString();
        Rest client = new Rest(world.brokerUrl(), key, trader.path("secret_key").asString());

        Outcome paid =
                world.fogg(
                        "trader",
                        "deposit",
                        "--trader",
                        trader.path("trader_id").asString(),
                        "--amount",
                        "500.25");
        assertThat(client.get("/v2/account").text("cash")).isEqualTo("100500.25");
        world.succeeds("trader", "revoke", "--key", key);

        assertThat(paid.exitCode()).isZero();
        Wait.until(
                "the end of the key",
                () -> client.get("/v2/account").status(),
                status -> status == 401);
    }

    @Test
    void shouldNameThePortAndStartNothingWhenItIsTaken() throws Exception {
        TestWorld world = TestWorld.in("world-without-port");
        int port = 19092 + Integer.parseInt(world.environment().get("FOGG_PORT_OFFSET"));

        Outcome refused;
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            refused = world.fogg("up");
        }

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("Port " + port + " on 127.0.0.1 is taken");
        assertThat(processesOf(world)).isEmpty();
    }

    @Test
    void shouldFindAndStopEverythingWhenTheLauncherWasKilled() throws Exception {
        TestWorld world = TestWorld.in("world-without-launcher");
        Process launcher = launch(world, "up");
        try (BufferedReader progress = launcher.errorReader(StandardCharsets.UTF_8)) {
            String line = progress.readLine();
            while (line != null && !line.contains("Starting Cassandra")) {
                line = progress.readLine();
            }
            assertThat(line).contains("Starting Cassandra");
            launcher.destroyForcibly().waitFor();
        }
        assertThat(processesOf(world)).isNotEmpty();

        Outcome down = world.fogg("down", "--wipe");

        assertThat(down.exitCode()).isZero();
        assertThat(processesOf(world)).isEmpty();
        assertThat(world.world().home().worldFile()).doesNotExist();
    }

    private static Process launch(TestWorld world, String command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dfogg.project=" + ProjectRoot.find(),
                        Fogg.class.getName(),
                        command);
        builder.environment().putAll(world.environment());
        return builder.start();
    }

    private static List<Long> processesOf(TestWorld world) {
        String folder = world.world().home().folder().toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(folder))
                .map(ProcessHandle::pid)
                .toList();
    }
}
