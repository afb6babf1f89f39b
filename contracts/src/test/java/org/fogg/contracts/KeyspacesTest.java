package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyspacesTest {

    @Test
    void shouldNameAGeoregionsKeyspaceWithUnderscores() {
        assertThat(Keyspaces.of("europe")).isEqualTo("fogg_europe");
        assertThat(Keyspaces.of("north-america")).isEqualTo("fogg_north_america");
    }

    @Test
    void shouldKeepReferenceDataInOneKeyspace() {
        assertThat(Keyspaces.GLOBAL).isEqualTo("fogg_global");
    }
}
