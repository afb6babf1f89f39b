package org.fogg.launcher.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldTest {

    private static final Ports PORTS = new Ports(Ports.MAX_OFFSET);

    @TempDir Path folder;

    @Test
    void shouldNameTheTakenPortAndStartNothingWhenSomebodyListensThere() throws Exception {
        World world = World.at(new WorldHome(folder, folder.resolve("home")), PORTS);

        try (ServerSocket taken =
                new ServerSocket(PORTS.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> world.up(WorldSettings.defaults(), line -> {}))
                    .isInstanceOf(WorldException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " on 127.0.0.1")
                    .hasMessageContaining("FOGG_PORT_OFFSET");
        }
        assertThat(world.described()).isEmpty();
    }

    @Test
    void shouldSayWhatIsMissingWhenAServiceIsNotBuilt() {
        World world = World.at(new WorldHome(folder, folder.resolve("home")), PORTS);

        assertThatThrownBy(() -> world.up(WorldSettings.defaults(), line -> {}))
                .isInstanceOf(WorldException.class)
                .hasMessageContaining("exchanges has not been built");
        assertThat(world.described()).isEmpty();
    }

    @Test
    void shouldRefuseOtherGeoregionsWhenThereIsDataOfSome() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        World world = World.at(new WorldHome(folder, home), PORTS);
        DataOrigin.write(world.home(), WorldSettings.defaults());

        assertThatThrownBy(
                        () ->
                                world.up(
                                        WorldSettings.defaults()
                                                .withGeoregions(List.of("north-america")),
                                        line -> {}))
                .isInstanceOf(WorldException.class)
                .hasMessageContaining("made with the georegions europe, not north-america");
    }

    @Test
    void shouldRefuseOtherPricesWhenThereIsDataOfSome() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        World world = World.at(new WorldHome(folder, home), PORTS);
        DataOrigin.write(world.home(), WorldSettings.defaults());

        assertThatThrownBy(
                        () ->
                                world.up(
                                        WorldSettings.defaults().withPrices("/tmp/sp500.csv"),
                                        line -> {}))
                .isInstanceOf(WorldException.class)
                .hasMessageContaining("made with the prices walk")
                .hasMessageContaining("fogg down --wipe");
    }
}
