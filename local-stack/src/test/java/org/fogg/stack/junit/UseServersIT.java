package org.fogg.stack.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@UseServers({ServerKind.CASSANDRA, ServerKind.KAFKA})
class UseServersIT {
    private final Servers servers;

    UseServersIT(Servers servers) {
        this.servers = servers;
    }

    /** The modules that come next use one of them or none, and idle servers cost time. */
    @AfterAll
    static void stop() {
        SharedServers.stop();
    }

    @Test
    void shouldTellWhereCassandraIsWhenAskedFor() {
        try (CqlSession session =
                CqlSession.builder()
                        .addContactPoint(servers.cassandra())
                        .withLocalDatacenter(servers.localDc())
                        .build()) {
            var row = session.execute("SELECT data_center FROM system.local").one();

            assertThat(row).isNotNull();
            assertThat(row.getString(0)).isEqualTo(Servers.LOCAL_DC);
        }
    }

    @Test
    void shouldRefuseAServerWhenItWasNotAskedFor() {
        assertThatThrownBy(servers::elasticsearch)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("add ELASTICSEARCH to @UseServers");
    }

    @Nested
    class WithinAnotherClass {
        @Test
        void shouldGiveTheSameServersWhenNested(Servers again) {
            assertThat(again.kafka()).isEqualTo(servers.kafka());
        }
    }
}
