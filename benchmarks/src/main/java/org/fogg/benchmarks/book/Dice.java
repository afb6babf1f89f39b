package org.fogg.benchmarks.book;

/** Cheap random numbers (xorshift), the same in every run. Not thread-safe. */
public final class Dice {

    private long state = 0x2545_F491_4F6C_DD1DL;

    /** All 64 bits of the next number; never 0. */
    public long next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return state;
    }

    /** A number from 0 to below a bound. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }
}
