package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void shouldMakeADifferentNameWhenAskedAgain() {
        String name = Servers.uniqueName("Orders_of_X");

        assertThat(name).matches("orders_of_x_[0-9a-z]{8}");
        assertThat(name).isNotEqualTo(Servers.uniqueName("Orders_of_X"));
    }

    @Test
    void shouldRefuseAPrefixWhenAKeyspaceCouldNotBeNamedSo() {
        assertThatThrownBy(() -> Servers.uniqueName("a-b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("prefix:");
        assertThatThrownBy(() -> Servers.uniqueName("a".repeat(40)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
