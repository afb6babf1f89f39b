package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.ExpandableArrayBuffer;
import org.fogg.contracts.sbe.HomeChange;
import org.fogg.contracts.sbe.HomeDecisionDecoder;
import org.fogg.contracts.sbe.HomeDecisionEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.junit.jupiter.api.Test;

class HomeMessagesGoldenTest {

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();

    @Test
    void shouldEncodeHomeDecisionAsAgreed() {
        HomeDecisionEncoder decision =
                new HomeDecisionEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                        .term(2)
                        .change(HomeChange.MOVED)
                        .at(1_800_000_000_123L)
                        .home("europe-eu-west-1")
                        .decidedBy("europe-2");

        Golden.assertSame("home-decision", buffer, decision.encodedLength());
    }

    @Test
    void shouldDecodeHomeDecisionAsAgreed() {
        HomeDecisionDecoder decision = new HomeDecisionDecoder();
        decision.wrapAndApplyHeader(Golden.bytes("home-decision"), 0, new MessageHeaderDecoder());

        assertThat(decision.term()).isEqualTo(2);
        assertThat(decision.change()).isEqualTo(HomeChange.MOVED);
        assertThat(decision.at()).isEqualTo(1_800_000_000_123L);
        assertThat(decision.home()).isEqualTo("europe-eu-west-1");
        assertThat(decision.decidedBy()).isEqualTo("europe-2");
    }
}
