package org.fogg.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoggTest {

    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up --brokers 0|--brokers",
                "up --brokers 3|--brokers",
                "up --brokers many|--brokers",
                "up --georegions mars|is not one of north-america",
                "up --georegions europe,mars|--georegions europe,mars: mars is not one of",
                "up --georegions europe,europe|--georegions europe,europe: europe is there twice",
                "up --georegions ,|--georegions",
                "up --wan moon|--wan moon: off or aws",
                "chaos --wan moon|--wan",
                "up --dcs 3|--dcs",
                "up --dcs 2 --georegions europe,south-america|no pair under 100 ms",
                "up --durability georegion|--durability georegion: needs two data centres",
                "up --durability most|--durability",
                "up --prices no-such-file.csv|--prices",
                "up --json out.json|--json",
                "status --json no-such-folder/out.json|--json",
                "logs nobody|nobody",
                "trader create|--georegion",
                "trader create --georegion europe --cash -5|--cash",
                "trader deposit --trader me --amount 5|--trader",
                "trader revoke|--key",
                "demo --seconds 0|--seconds",
                "demo --rate fast|--rate",
                "demo --georegions mars|--georegions",
                "bench --seconds 0|--seconds",
                "bench --rate 0|--rate",
                "bench --traders 0|--traders",
                "bench --hdr|--hdr",
                "chaos --kills -1|--kills",
                "chaos --kills many|--kills",
                "chaos --seconds 0|--seconds",
                "chaos --targets brokers,moon|--targets",
                "chaos --brokers 3|--brokers",
                "chaos --targets dcs|--targets dcs: not one of brokers",
                "chaos --dcs 3|--dcs",
                "chaos --dcs 2 --at-once 2|--at-once",
                "chaos --durability georegion|--durability georegion: needs two data centres",
                "chaos --georegions mars|--georegions",
                "chaos --rate 0|--rate",
                "chaos --seed x|--seed",
                "chaos --json no-such-folder/out.json|--json",
                "order 5|ID",
                "reconcile --json|--json",
                "microbench --quick=soon|--quick",
                "microbench --json no-such-folder/out.json|--json",
                "simulate --georegions 0|--georegions",
                "simulate --georegions 9|--georegions",
                "simulate --georegions europe,mars|--georegions",
                "simulate --georegions europe,europe|--georegions",
                "simulate --traders 0|--traders",
                "simulate --traders many|--traders",
                "simulate --stocks 10001|--stocks",
                "simulate --hours 0|--hours",
                "simulate --hours NaN|--hours",
                "simulate --hours 0.00001|--hours",
                "simulate --placement moon|--placement",
                "simulate --trips round|--trips",
                "simulate --volatility 0|--volatility",
                "simulate --seed x|--seed",
                "simulate --world no-such-file.yaml|--world",
                "simulate --report no-such-folder/r.html|--report",
                "simulate --json no-such-folder/out.json|--json",
                "halt --trader me|--trader",
                "resume now|now",
                "trader|create, deposit, revoke",
                "dance|dance",
            })
    void shouldExitWith2NamingTheOptionWhenAnArgumentIsBad(String line, String named) {
        int exitCode = fogg(line.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(text(err)).contains(named).doesNotContain("\tat ");
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "up",
                "status",
                "logs",
                "down",
                "trader",
                "trader create",
                "trader deposit",
                "trader revoke",
                "demo",
                "bench",
                "chaos",
                "kill-dc",
                "restore-dc",
                "order",
                "reconcile",
                "simulate",
                "microbench",
                "halt",
                "resume"
            })
    void shouldExplainEveryCommandWhenAskedForHelp(String command) {
        int exitCode = fogg((command + " --help").strip().split(" "));

        assertThat(exitCode).isZero();
        assertThat(text(out)).startsWith(("Usage: fogg " + command).strip());
    }

    @Test
    void shouldSimulateAndWriteJsonAndPage() throws Exception {
        Path file = home.resolve("s.json");
        Path page = home.resolve("s.html");

        int exitCode =
                fogg(
                        ("simulate --georegions europe,east-asia --traders 50 --hours 0.02 --json "
                                        + file
                                        + " --report "
                                        + page)
                                .split(" "));

        assertThat(exitCode).isZero();
        assertThat(text(out)).contains("market_home", "per $20,000", "State hash");
        assertThat(text(err)).contains("simulated 72 of 72 s (100%)");
        assertThat(Files.readString(file))
                .contains("\"georegions\" : 2", "\"rounds\" : 72", "\"state_hash\"");
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
    }

    @Test
    void shouldNameTheLineWhenTheWorldFileHasAMistake() throws Exception {
        Path file = Files.writeString(home.resolve("world.yaml"), "aws_regions: []\n");

        int exitCode = fogg("simulate", "--world", file.toString());

        assertThat(exitCode).isEqualTo(2);
        assertThat(text(err)).contains("--world " + file + " line 1: aws_regions must name");
    }

    @Test
    void shouldReportNothingWhenNoWorldRuns() throws Exception {
        Path file = home.resolve("status.json");

        int exitCode = fogg("status", "--json", file.toString());

        assertThat(exitCode).isZero();
        assertThat(text(out)).isEqualTo("Nothing is running.\n");
        assertThat(Files.readString(file))
                .isEqualToIgnoringWhitespace(
                        """
                        {"ready": false, "georegions": [], "exchanges": [], "kafka": null,
                         "elasticsearch": null, "analytics": null}
                        """);
    }

    @Test
    void shouldKeepStandardOutputForJsonWhenItGoesThere() {
        fogg("status", "--json", "-");

        assertThat(text(out)).startsWith("{").endsWith("}\n");
        assertThat(text(err)).isEqualTo("Nothing is running.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trader create --georegion europe", "halt", "reconcile"})
    void shouldSaySoWhenThereIsNoWorldToAsk(String line) {
        int exitCode = fogg(line.split(" "));

        assertThat(exitCode).isEqualTo(1);
        assertThat(text(err)).contains("No world is running; start one with fogg up.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "60000"})
    void shouldNameTheVariableWhenThePortOffsetIsBad(String offset) {
        environment.put("FOGG_PORT_OFFSET", offset);

        int exitCode = fogg("status");

        assertThat(exitCode).isEqualTo(2);
        assertThat(text(err)).contains("FOGG_PORT_OFFSET is " + offset);
    }

    @Test
    void shouldDoNothingWhenStoppingNothing() {
        int exitCode = fogg("down", "--wipe");

        assertThat(exitCode).isZero();
        assertThat(text(err)).contains("Nothing was running.");
    }

    private int fogg(String... args) {
        environment.put("FOGG_HOME", home.resolve("world").toString());
        return Fogg.run(
                args,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
