package org.fogg.broker.home;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.home.HomeDecision.Change;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.HomeChange;
import org.fogg.contracts.sbe.HomeDecisionDecoder;
import org.fogg.contracts.sbe.HomeDecisionEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;

/** The binary form of decisions. Thread-safe. */
final class HomeCodec {

    private static final Change[] CHANGES = Change.values();

    private HomeCodec() {}

    static byte[] encode(HomeDecision decision) {
        var buffer = new ExpandableArrayBuffer();
        HomeDecisionEncoder encoder =
                new HomeDecisionEncoder()
                        .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                        .term(decision.term())
                        .change(HomeChange.get(Wire.number(decision.change())))
                        .at(decision.at())
                        .home(decision.home())
                        .decidedBy(decision.decidedBy());
        byte[] bytes = new byte[MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength()];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    /**
     * Reads a decision.
     *
     * @throws MalformedMessageException when it is none
     */
    static HomeDecision decode(byte[] bytes) {
        try {
            var decoder = new HomeDecisionDecoder();
            var header = new MessageHeaderDecoder();
            decoder.wrapAndApplyHeader(new UnsafeBuffer(bytes), 0, header);
            Wire.requireSchema(header);
            return new HomeDecision(
                    decoder.term(),
                    CHANGES[decoder.change().value() - 1],
                    decoder.home(),
                    decoder.decidedBy(),
                    decoder.at());
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedMessageException("Not a decision on the home", e);
        }
    }
}
