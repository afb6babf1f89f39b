package org.fogg.benchmarks.book;

/** 128-bit order ids that look like random UUIDs, computed so that no array of them is read. */
final class OrderIds {

    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final long MIXER = 0xBF58_476D_1CE4_E5B9L;

    private OrderIds() {}

    static long high(int number) {
        long mixed = number * GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * MIXER;
        return mixed ^ (mixed >>> 31);
    }

    /** Together with the upper half never the same for two numbers. */
    static long low(int number) {
        return GOLDEN ^ number;
    }
}
