package org.fogg.broker.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.fogg.broker.wire.MalformedMessageException;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.JournalEntryDecoder;
import org.fogg.contracts.sbe.JournalEntryEncoder;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.core.engine.Decision;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.Marks;

/**
 * The binary form of a journal entry: the message JournalEntry, then its decisions, each with a
 * header of its own. Keeps buffers, so one thread at a time.
 */
public final class JournalCodec {

    private static final EntryKind[] KINDS = EntryKind.values();

    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(4096);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final JournalEntryEncoder encoder = new JournalEntryEncoder();
    private final JournalEntryDecoder decoder = new JournalEntryDecoder();
    private final DecisionEncoder decisionEncoder = new DecisionEncoder();
    private final DecisionDecoder decisionDecoder = new DecisionDecoder();
    private final UnsafeBuffer source = new UnsafeBuffer(0, 0);

    /** Writes an entry into a buffer of exactly its size. */
    public ByteBuffer encode(JournalEntry entry) {
        encoder.wrapAndApplyHeader(scratch, 0, headerEncoder)
                .term(entry.term())
                .shard(entry.shard())
                .sequence(entry.sequence())
                .kind(org.fogg.contracts.sbe.EntryKind.get(Wire.number(entry.kind())))
                .at(entry.at())
                .epoch(entry.epoch())
                .commandOffset(entry.marks().commandOffset())
                .decisionCount(entry.decisions().size());
        Wire.putUuid(encoder.incarnation(), entry.incarnation());
        encodeMarks(entry.marks());
        int position = encoder.limit();
        List<Decision> decisions = entry.decisions();
        for (int i = 0; i < decisions.size(); i++) {
            position = decisionEncoder.encode(scratch, position, decisions.get(i));
        }
        byte[] bytes = new byte[position];
        scratch.getBytes(0, bytes);
        return ByteBuffer.wrap(bytes);
    }

    private void encodeMarks(Marks marks) {
        var commands = encoder.commandsAboveCount(marks.commandsAbove().size());
        for (long offset : marks.commandsAbove()) {
            commands.next().offset(offset);
        }
        var ticks = encoder.tickMarksCount(marks.tickMarks().size());
        for (var mark : marks.tickMarks().entrySet()) {
            ticks.next().partition(mark.getKey()).offset(mark.getValue());
        }
        var exchanges = encoder.exchangeMarksCount(marks.exchangeMarks().size());
        for (var mark : marks.exchangeMarks().entrySet()) {
            exchanges.next().exchangeId(mark.getKey()).report(mark.getValue());
        }
        int above = marks.reportsAbove().values().stream().mapToInt(Set::size).sum();
        var reports = encoder.reportsAboveCount(above);
        for (var mark : marks.reportsAbove().entrySet()) {
            for (long report : mark.getValue()) {
                reports.next().exchangeId(mark.getKey()).report(report);
            }
        }
    }

    /**
     * Reads an entry.
     *
     * @throws MalformedMessageException when it is none
     */
    public JournalEntry decode(ByteBuffer bytes) {
        source.wrap(bytes, bytes.position(), bytes.remaining());
        try {
            return decode(source);
        } catch (IndexOutOfBoundsException | IllegalStateException | IllegalArgumentException e) {
            throw new MalformedMessageException("Not a journal entry: " + e.getMessage(), e);
        }
    }

    private JournalEntry decode(DirectBuffer from) {
        decoder.wrapAndApplyHeader(from, 0, headerDecoder);
        Wire.requireSchema(headerDecoder);
        int count = decoder.decisionCount();
        var kind = KINDS[decoder.kind().value() - 1];
        var incarnation = Wire.uuid(decoder.incarnation());
        Marks marks = decodeMarks();
        List<Decision> decisions = new ArrayList<>(count);
        int position = decoder.limit();
        for (int i = 0; i < count; i++) {
            decisions.add(decisionDecoder.decode(from, position));
            position = decisionDecoder.limit();
        }
        if (position != from.capacity()) {
            throw new MalformedMessageException("Journal entry with bytes after its end");
        }
        return new JournalEntry(
                decoder.term(),
                decoder.shard(),
                decoder.sequence(),
                incarnation,
                kind,
                decoder.at(),
                decoder.epoch(),
                marks,
                decisions);
    }

    private Marks decodeMarks() {
        Set<Long> commands = new HashSet<>();
        for (var mark : decoder.commandsAbove()) {
            commands.add(mark.offset());
        }
        Map<Integer, Long> ticks = new HashMap<>();
        for (var mark : decoder.tickMarks()) {
            ticks.put(mark.partition(), mark.offset());
        }
        Map<Integer, Long> exchanges = new HashMap<>();
        for (var mark : decoder.exchangeMarks()) {
            exchanges.put(mark.exchangeId(), mark.report());
        }
        Map<Integer, Set<Long>> reports = new HashMap<>();
        for (var mark : decoder.reportsAbove()) {
            reports.computeIfAbsent(mark.exchangeId(), id -> new HashSet<>()).add(mark.report());
        }
        return Marks.of(decoder.commandOffset(), commands, ticks, exchanges, reports);
    }
}
