package org.fogg.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void shouldPutEachValueIntoItsPlace() {
        String filled = Template.fill("1@@host@:@port@", Map.of("host", "h$1", "port", "9"));

        assertThat(filled).isEqualTo("1@h$1:9");
    }

    @Test
    void shouldNameThePlaceWhenThereIsNoValueForIt() {
        assertThatThrownBy(() -> Template.fill("@host@", Map.of()))
                .hasMessage("No value for @host@");
    }
}
