package org.fogg.exchange.market;

import java.util.concurrent.atomic.AtomicLong;
import org.fogg.exchange.message.StockState;
import org.fogg.world.StockListing;
import org.jspecify.annotations.Nullable;

/**
 * The price of one stock and the sequence of its ticks. Guarded by the market's lock.
 *
 * <p>Sequences are reserved in blocks: a tick may go out only with a sequence that is in the
 * journal, so that after a crash the next life starts above every sequence ever seen. The journaled
 * price is renewed now and then too, so that a crash does not set it back far.
 */
final class TradedStock {

    static final long BLOCK = 1_000;
    private static final long RENEW_NANOS = 15_000_000_000L;

    private final StockListing listing;
    private int id;
    private long price;
    private long sequence;
    private long reserved;
    private long reservedAt;
    private long tickedAt;
    private volatile long durableLimit;

    /** The highest tick that was given up; 0 for none. Those before it may be told of later. */
    private final AtomicLong givenUp = new AtomicLong();

    TradedStock(StockListing listing) {
        this.listing = listing;
    }

    /** Goes on from what the journal says, or, at the first time ever, from the opening price. */
    void resume(int stockId, @Nullable StockState journaled) {
        id = stockId;
        if (journaled != null) {
            sequence = Math.max(sequence, journaled.sequenceLimit());
        }
        if (price == 0) {
            price = journaled == null ? listing.openingPrice() : journaled.price();
        }
        reserved = sequence;
        durableLimit = sequence;
    }

    /** What to journal so that ticks can go on, reserving another block. */
    StockState reserve(long at) {
        reserved = Math.max(reserved, sequence) + BLOCK;
        reservedAt = at;
        return new StockState(id, listing.symbol(), price, reserved, at);
    }

    /** What to journal so that a tick with this price may follow. */
    StockState reserve(long newPrice, long at) {
        reserved = Math.max(reserved, sequence + 1);
        reservedAt = at;
        return new StockState(id, listing.symbol(), newPrice, reserved, at);
    }

    /** What to journal at a clean end: nothing is reserved beyond the latest tick. */
    StockState settle(long at) {
        reserved = sequence;
        return new StockState(id, listing.symbol(), price, sequence, at);
    }

    /** Whether it is time for another {@link #reserve(long)}. */
    boolean wantsReservation(long at) {
        return reserved - sequence < BLOCK / 2 || at - reservedAt > RENEW_NANOS;
    }

    /** A reservation has become durable. Any thread, one at a time. */
    void reservedUpTo(long limit) {
        durableLimit = Math.max(durableLimit, limit);
    }

    boolean mayTick() {
        return sequence < durableLimit;
    }

    void tick(long newPrice, long at) {
        price = newPrice;
        tickedAt = at;
        sequence++;
    }

    /** A tick did not arrive. Any thread. */
    void giveUp(long tick) {
        givenUp.accumulateAndGet(tick, Math::max);
    }

    /** Whether the price now is not known outside, because its tick was given up. */
    boolean isUntold() {
        return sequence != 0 && givenUp.get() == sequence;
    }

    /** The latest tick is on its way again. */
    void retell() {
        givenUp.set(0);
    }

    StockListing listing() {
        return listing;
    }

    int id() {
        return id;
    }

    long price() {
        return price;
    }

    /** When the price changed last, in this life of the exchange; nanoseconds since the epoch. */
    long tickedAt() {
        return tickedAt;
    }

    long sequence() {
        return sequence;
    }

    StockView view() {
        return new StockView(listing, id, price, sequence);
    }
}
