package org.fogg.audit.fold;

/** Something in the journal that other ledgers must have too; remembers which of them had it. */
public abstract sealed class Witnessed permits Account, Holding, Movement, Order {

    private short seen;

    /**
     * Notes that a ledger has it.
     *
     * @return false when that ledger had it before
     */
    public final boolean witness(Ledger ledger) {
        boolean first = !isIn(ledger);
        seen |= ledger.bit;
        return first;
    }

    /** Whether a ledger had it. */
    public final boolean isIn(Ledger ledger) {
        return (seen & ledger.bit) != 0;
    }

    /**
     * Who can have it: a table's row, one of a movement's ledger lines, an exchange or a client.
     */
    public enum Ledger {
        /** The table of the same name: accounts, holdings, orders or trades. */
        TABLE(0x01),
        /** The table orders_by_trader. */
        BY_TRADER(0x02),
        /** The exchange's journal. */
        EXCHANGE(0x04),
        /** A client that was not told that it was refused. */
        CLIENT(0x08),
        /** A line of the ledger, the first of at most four. */
        LINE_0(0x10),
        /** The second. */
        LINE_1(0x20),
        /** The third. */
        LINE_2(0x40),
        /** The fourth. */
        LINE_3(0x80),
        /** The searchable documents. */
        DOCUMENT(0x100),
        /** A client that was told that it is in force. */
        ACKNOWLEDGED(0x200);

        private static final Ledger[] LINES = {LINE_0, LINE_1, LINE_2, LINE_3};

        private final short bit;

        Ledger(int bit) {
            this.bit = (short) bit;
        }

        /**
         * The ledger's n-th line of a movement.
         *
         * @param n 0 to 3
         */
        public static Ledger line(int n) {
            return LINES[n];
        }
    }
}
