package org.fogg.stack.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.fogg.stack.ServerKind;
import org.fogg.stack.Servers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@UseServers(ServerKind.KAFKA)
class UseServersIT {
    private final Servers servers;

    UseServersIT(Servers servers) {
        this.servers = servers;
    }

    @Test
    void shouldTellWhereKafkaIsWhenAskedFor() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
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
