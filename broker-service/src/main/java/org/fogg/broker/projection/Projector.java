package org.fogg.broker.projection;

import java.util.function.BooleanSupplier;
import org.fogg.broker.journal.DurableEntry;

/** Writes what durable entries changed into the tables. Thread-safe. */
public interface Projector {

    /**
     * Writes the final rows of an entry, each once. Repeating it changes nothing, and a late one
     * changes nothing that a later entry wrote. What fails is repeated.
     *
     * @param wanted asked before each repetition; no longer true: gives up, without a call of done
     * @param done called once all is written, on any thread; must not block
     */
    void project(DurableEntry entry, BooleanSupplier wanted, Runnable done);

    /** How far a shard has been projected and published as far as recorded. Blocks. */
    ShardMarks marks(int shard);

    /**
     * Records how far a shard has been projected and published; a hint that may be late or lost.
     */
    void recordMarks(int shard, ShardMarks marks);

    /**
     * How far a shard has got.
     *
     * @param projected all entries up to this sequence are in the tables; -1 for none
     * @param published all entries up to this sequence are published; -1 for none
     */
    record ShardMarks(long projected, long published) {

        /** Of a shard without entries. */
        public static final ShardMarks NONE = new ShardMarks(-1, -1);
    }
}
