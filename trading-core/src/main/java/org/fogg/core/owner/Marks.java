package org.fogg.core.owner;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a shard's inputs have had their effect, as of one entry. Immutable.
 *
 * @param commandOffset all commands below it are in the journal
 * @param commandsAbove commands at or above it that are in the journal too
 * @param tickMarks by partition: all ticks below the offset have had their effect
 * @param exchangeMarks by exchange: all reports up to the number are in the journal
 * @param reportsAbove by exchange: reports above the mark that are in the journal too
 */
public record Marks(
        long commandOffset,
        SortedSet<Long> commandsAbove,
        SortedMap<Integer, Long> tickMarks,
        SortedMap<Integer, Long> exchangeMarks,
        SortedMap<Integer, SortedSet<Long>> reportsAbove) {

    /** Of a shard that has seen nothing. */
    public static final Marks NONE = of(0, Set.of(), Map.of(), Map.of(), Map.of());

    /** Of any collections, which are copied. */
    public static Marks of(
            long commandOffset,
            Set<Long> commandsAbove,
            Map<Integer, Long> tickMarks,
            Map<Integer, Long> exchangeMarks,
            Map<Integer, ? extends Set<Long>> reportsAbove) {
        SortedMap<Integer, SortedSet<Long>> reports = new TreeMap<>();
        reportsAbove.forEach(
                (exchange, numbers) -> {
                    if (!numbers.isEmpty()) {
                        reports.put(exchange, new TreeSet<>(numbers));
                    }
                });
        return new Marks(
                commandOffset,
                new TreeSet<>(commandsAbove),
                new TreeMap<>(tickMarks),
                new TreeMap<>(exchangeMarks),
                reports);
    }
}
