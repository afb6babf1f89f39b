package org.fogg.launcher.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.fogg.launcher.json.Json;
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
    void shouldMakeAnotherKeyWhenDescribedAgain() {
        assertThat(describe(WorldSettings.defaults()).admin())
                .isNotEqualTo(describe(WorldSettings.defaults()).admin());
    }

    private WorldFile describe(WorldSettings settings) {
        WorldHome home = new WorldHome(folder, folder);
        return new Blueprint(home, new Ports(100)).describe(settings, new SecureRandom());
    }
}
