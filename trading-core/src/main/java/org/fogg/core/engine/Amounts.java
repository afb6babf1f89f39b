package org.fogg.core.engine;

/** Exact arithmetic on amounts of 0 or more. */
final class Amounts {

    /** Stands for a product that does not fit. */
    static final long TOO_LARGE = -1;

    private Amounts() {}

    /** The product, or {@link #TOO_LARGE}. */
    static long multiply(long a, long b) {
        long product = a * b;
        return Math.multiplyHigh(a, b) != 0 || product < 0 ? TOO_LARGE : product;
    }

    /**
     * total × part ÷ whole, rounded down, exact where the product does not fit into 64 bits.
     *
     * @param part at most whole
     * @param whole above 0
     */
    static long share(long total, long part, long whole) {
        long product = multiply(total, part);
        if (product != TOO_LARGE) {
            return product / whole;
        }
        return total / whole * part + shareOfRest(total % whole, part, whole);
    }

    /** Bit by bit, as in written division; all values stay below 2 × whole, so below 2^64. */
    private static long shareOfRest(long rest, long part, long whole) {
        long result = 0;
        long remainder = 0;
        for (int bit = Long.SIZE - 2; bit >= 0; bit--) {
            result <<= 1;
            remainder <<= 1;
            if (Long.compareUnsigned(remainder, whole) >= 0) {
                remainder -= whole;
                result++;
            }
            if ((part >>> bit & 1) != 0) {
                remainder += rest;
                if (Long.compareUnsigned(remainder, whole) >= 0) {
                    remainder -= whole;
                    result++;
                }
            }
        }
        return result;
    }
}
