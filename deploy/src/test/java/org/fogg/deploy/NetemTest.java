package org.fogg.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fogg.world.Atlas;
import org.fogg.world.AtlasFile;
import org.fogg.world.DataCentre;
import org.fogg.world.ExchangeListing;
import org.fogg.world.Georegion;
import org.junit.jupiter.api.Test;

/** The script's table is what the world file says, and its commands are what they should be. */
class NetemTest {

    private static final String SCRIPT = "deploy/netem/netem.sh";
    private static final String TABLE = "deploy/netem/delays.tsv";

    @Test
    void shouldHaveTheWorldFilesDistances() throws IOException {
        String expected = String.join("\n", table(AtlasFile.builtIn())) + "\n";

        // Takes the table's place where the world file was changed on purpose.
        Files.writeString(Path.of("target", "delays.tsv"), expected);

        assertThat(Project.text(TABLE)).as("deploy/target/delays.tsv is right").isEqualTo(expected);
    }

    @Test
    void shouldDelayEachWayBetweenTwoPlacesByHalfItsRoundTrip() throws Exception {
        Run run =
                run(
                        "print",
                        "lo",
                        "europe-eu-central-1=127.0.0.1",
                        "north-america-us-east-1=127.0.0.2",
                        "XLON=127.0.0.3");

        assertThat(run.exitCode()).as(run.text()).isZero();
        List<String> delays = run.text().lines().filter(line -> line.contains("netem")).toList();
        assertThat(delays)
                .containsExactly(
                        "tc qdisc add dev lo parent 1:2 netem delay 45500us limit 100000",
                        "tc qdisc add dev lo parent 1:3 netem delay 8500us limit 100000",
                        "tc qdisc add dev lo parent 1:4 netem delay 46000us limit 100000",
                        "tc qdisc add dev lo parent 1:5 netem delay 8500us limit 100000");
        assertThat(run.text())
                .contains(
                        "tc filter add dev lo parent 1: protocol ip prio 1 u32 match ip src"
                                + " 127.0.0.1/32 match ip dst 127.0.0.2/32 flowid 1:2\n");
    }

    @Test
    void shouldSayWhatIsWrongAndDoNothingWhenAPlaceIsUnknown() throws Exception {
        Run unknown = run("up", "lo", "europe-eu-central-1=127.0.0.1", "moon=127.0.0.2");
        Run noAddress = run("up", "lo", "europe-eu-central-1=127.0.0.1", "XLON=here");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.text()).contains("moon: not a place of").doesNotContain("qdisc");
        assertThat(noAddress.exitCode()).isEqualTo(2);
        assertThat(noAddress.text()).contains("XLON=here: the address must be IPv4");
    }

    private static List<String> table(Atlas atlas) {
        List<String> rows = new ArrayList<>();
        rows.add("# from\tto\tone way in microseconds; checked against world.yaml by NetemTest");
        List<DataCentre> all =
                atlas.georegions().stream().flatMap(each -> each.dataCentres().stream()).toList();
        for (DataCentre from : all) {
            for (DataCentre to : all) {
                if (!from.equals(to)) {
                    rows.add(row(from.name(), to.name(), atlas.rttMicros(from, to)));
                }
            }
        }
        for (ExchangeListing exchange : atlas.exchanges()) {
            for (DataCentre near : atlas.georegion(exchange.georegion()).dataCentres()) {
                addBoth(rows, exchange.code(), near.name(), atlas.rttMicros(exchange, near));
            }
        }
        for (Georegion georegion : atlas.georegions()) {
            long middle = (georegion.nearestTraderMicros() + georegion.farthestTraderMicros()) / 2;
            addBoth(rows, "traders-" + georegion.name(), georegion.home().name(), middle);
        }
        return rows;
    }

    private static void addBoth(List<String> rows, String one, String other, long rttMicros) {
        rows.add(row(one, other, rttMicros));
        rows.add(row(other, one, rttMicros));
    }

    private static String row(String from, String to, long rttMicros) {
        return from + '\t' + to + '\t' + rttMicros / 2;
    }

    private record Run(int exitCode, String text) {}

    private static Run run(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", Project.ROOT.resolve(SCRIPT).toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), text);
    }
}
