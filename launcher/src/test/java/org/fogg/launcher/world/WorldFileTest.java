package org.fogg.launcher.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.fogg.launcher.json.Json;
import org.fogg.stack.ServerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WorldFileTest {

    @TempDir Path folder;

    @Test
    void shouldReadWhatItWroteWhenWritten() {
        WorldFile world = describe(WorldSettings.defaults().withBrokers(2));

        world.write(folder.resolve("world.json"));

        assertThat(WorldFile.read(folder.resolve("world.json"))).contains(world);
    }

    @Test
    void shouldSayWhatToDoWhenTheFileIsOfAnotherVersion() throws Exception {
        Path file = folder.resolve("world.json");
        describe(WorldSettings.defaults()).write(file);
        Files.writeString(file, Files.readString(file).replace("\"dcs\"", "\"data_centres\""));

        assertThatThrownBy(() -> WorldFile.read(file))
                .isInstanceOf(WorldException.class)
                .hasMessageContainingAll(file.toString(), "another version", "remove the file");
    }

    @Test
    void shouldHideTheAdministratorsKeyFromOthersWhenWritten() throws Exception {
        describe(WorldSettings.defaults()).write(folder.resolve("world.json"));

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("world.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldUseTheAgreedNamesWhenWritten() throws Exception {
        describe(WorldSettings.defaults()).write(folder.resolve("world.json"));

        JsonNode json = Json.tree(Files.readString(folder.resolve("world.json")));

        assertThat(json.at("/georegions/0/name").asString()).isEqualTo("europe");
        assertThat(json.at("/georegions/0/brokers/0/name").asString()).isEqualTo("europe-1");
        assertThat(json.at("/georegions/0/brokers/0/management_url").asString())
                .isEqualTo("http://127.0.0.1:18181");
        assertThat(json.at("/georegions/0/cassandra/0/dc").asString())
                .isEqualTo("europe-eu-central-1");
        assertThat(json.at("/exchanges/0/url").asString())
                .isEqualTo("http://127.0.0.1:18190/exchanges/XLON");
        assertThat(json.at("/admin/secret_key").asString()).hasSize(40);
    }

    @Test
    void shouldGiveEachGeoregionItsOwnPlaceWhenThereAreSeveral() {
        WorldSettings two =
                WorldSettings.defaults().withGeoregions(List.of("europe", "north-america"));
        Blueprint blueprint = blueprint();
        WorldFile world = blueprint.describe(two, new SecureRandom());

        WorldFile.Georegion america = world.georegions().get(1);
        assertThat(america.cassandra())
                .containsExactly(
                        new WorldFile.CassandraNode("north-america-us-east-1", "127.0.0.2", 19142));
        assertThat(america.brokers().get(0).url()).isEqualTo("http://127.0.0.1:18200");
        assertThat(world.exchanges())
                .contains(
                        new WorldFile.Exchange(
                                "XNYS", "north-america", "http://127.0.0.1:18210/exchanges/XNYS"));
        assertThat(blueprint.servers(world).stream().map(ServerSpec::name))
                .containsExactly(
                        "cassandra-europe", "cassandra-north-america", "kafka", "elasticsearch");
        assertThat(blueprint.services(world).stream().map(ServiceSpec::name))
                .containsExactly(
                        "exchanges-europe",
                        "europe-1",
                        "exchanges-north-america",
                        "north-america-1",
                        "analytics");
        assertThat(blueprint.services(world).get(3).settings())
                .containsEntry("fogg.foreign.europe", "http://127.0.0.1:18180")
                .containsEntry(
                        "fogg.cassandra.global-replication",
                        "{'class': 'NetworkTopologyStrategy', 'europe-eu-central-1': 1,"
                                + " 'north-america-us-east-1': 1}");
        assertThat(blueprint.services(world).get(2).settings())
                .containsEntry("fogg.exchange.ticks-per-second", "60")
                .containsEntry("fogg.exchange.price-georegions", "europe,north-america");
    }

    @Test
    void shouldTellBrokersTheWorldFilesDistancesWhenTheWorldHasThem() {
        WorldSettings far =
                WorldSettings.defaults()
                        .withGeoregions(List.of("europe", "north-america"))
                        .withWan(WorldSettings.WAN_AWS);
        Blueprint blueprint = blueprint();

        List<ServiceSpec> services =
                blueprint.services(blueprint.describe(far, new SecureRandom()));

        assertThat(services.get(1).settings())
                .containsEntry("fogg.wan.georegions.north-america", "91000us")
                .containsEntry("fogg.wan.exchanges.XLON", "17000us")
                .containsEntry("fogg.wan.exchanges.XFRA", "2000us")
                .containsEntry("fogg.wan.pair", "12000us");
        assertThat(services.get(3).settings())
                .containsEntry("fogg.wan.georegions.europe", "92000us")
                .containsEntry("fogg.wan.exchanges.XNYS", "8000us")
                .containsEntry("fogg.wan.pair", "64000us");
    }

    @Test
    void shouldTellBrokersOfNoDistanceWhenTheWorldHasNone() {
        Blueprint blueprint = blueprint();
        WorldFile world = blueprint.describe(WorldSettings.defaults(), new SecureRandom());

        assertThat(blueprint.services(world))
                .noneMatch(each -> each.settings().toString().contains("fogg.wan"));
    }

    @Test
    void shouldUseEveryPortOnceWhenAllGeoregionsRun() {
        assertThat(new Ports(0).all(8, WorldSettings.MAX_BROKERS)).doesNotHaveDuplicates();
    }

    @Test
    void shouldMakeAnotherKeyWhenDescribedAgain() {
        assertThat(describe(WorldSettings.defaults()).admin())
                .isNotEqualTo(describe(WorldSettings.defaults()).admin());
    }

    private WorldFile describe(WorldSettings settings) {
        return blueprint().describe(settings, new SecureRandom());
    }

    private Blueprint blueprint() {
        return new Blueprint(new WorldHome(folder, folder), new Ports(100));
    }
}
