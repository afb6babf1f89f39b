package org.fogg.audit.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.audit.wire.MalformedException;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.JournalEntryDecoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;

/** Reads the blob of a journal row. Not thread-safe. */
public final class EntryDecoder {

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final JournalEntryDecoder wire = new JournalEntryDecoder();
    private final DecisionDecoder decisions = new DecisionDecoder();

    /**
     * Decodes an entry and all its decisions.
     *
     * @throws MalformedException when the bytes are anything else
     */
    public Entry decode(ByteBuffer bytes) throws MalformedException {
        try {
            return decode(new UnsafeBuffer(bytes.slice()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new MalformedException("It does not decode: " + e.getMessage());
        }
    }

    private Entry decode(DirectBuffer buffer) throws MalformedException {
        header.wrap(buffer, 0);
        if (header.schemaId() != JournalEntryDecoder.SCHEMA_ID
                || header.templateId() != JournalEntryDecoder.TEMPLATE_ID) {
            throw new MalformedException(
                    "It begins with message " + header.templateId() + ", not a journal entry");
        }
        wire.wrapAndApplyHeader(buffer, 0, header);
        int count = wire.decisionCount();
        Set<Long> commandsAbove = new HashSet<>();
        for (JournalEntryDecoder.CommandsAboveDecoder above : wire.commandsAbove()) {
            commandsAbove.add(above.offset());
        }
        Map<Integer, Long> tickMarks = new HashMap<>();
        for (JournalEntryDecoder.TickMarksDecoder mark : wire.tickMarks()) {
            tickMarks.put(mark.partition(), mark.offset());
        }
        Map<Integer, Long> exchangeMarks = new HashMap<>();
        for (JournalEntryDecoder.ExchangeMarksDecoder mark : wire.exchangeMarks()) {
            exchangeMarks.put(mark.exchangeId(), mark.report());
        }
        Set<Entry.Report> reportsAbove = new HashSet<>();
        for (JournalEntryDecoder.ReportsAboveDecoder above : wire.reportsAbove()) {
            reportsAbove.add(new Entry.Report(above.exchangeId(), above.report()));
        }
        return new Entry(
                wire.term(),
                wire.shard(),
                wire.sequence(),
                Terms.uuid(wire.incarnation()),
                wire.kind(),
                wire.at(),
                wire.epoch(),
                wire.commandOffset(),
                commandsAbove,
                tickMarks,
                exchangeMarks,
                reportsAbove,
                decisions(buffer, wire.limit(), count));
    }

    private List<Decision> decisions(DirectBuffer buffer, int start, int count)
            throws MalformedException {
        List<Decision> decoded = new ArrayList<>();
        int position = start;
        for (int n = 0; n < count; n++) {
            decoded.add(decisions.decode(buffer, position));
            position = decisions.end();
        }
        if (position != buffer.capacity()) {
            throw new MalformedException(
                    "It counts "
                            + count
                            + " decisions in "
                            + position
                            + " bytes but has "
                            + buffer.capacity());
        }
        return decoded;
    }
}
