package org.fogg.exchange.market;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.fogg.ticker.price.PriceSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the prices of a source to the markets when they are due, on a thread of its own. What is
 * due within one step goes out together at the step's end, as the packets of a market's feed do: a
 * message for each price would cost the servers several times as much.
 *
 * <p>A ticker that fell behind, as after a pause of the machine, does not catch up with a burst but
 * goes on from now. Errors: an exception is a bug; it is logged and stops the ticker, and {@link
 * #isRunning} says so.
 */
public final class Ticker {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final long MOST_BEHIND = Duration.ofSeconds(1).toNanos();

    private static final long WAIT_FOR_MARKETS = Duration.ofMillis(20).toNanos();

    private final PriceSource source;
    private final List<Place> places;
    private final long stepNanos;
    private final LongSupplier nanoTime;
    private final Queue<Move> moves = new ConcurrentLinkedQueue<>();
    private final AtomicLong skipped = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;
    private long startedAt;
    private boolean due;

    /**
     * Where the source's n-th stock is listed.
     *
     * @param index the stock's place in the market's listing
     */
    public record Place(Market market, int index) {}

    private record Move(int stock, long price) {}

    /**
     * @param places by the source's stock numbers
     * @param step how long prices are gathered to go out together; zero: each at its own time
     * @param nanoTime a clock for waiting, as {@link System#nanoTime}
     */
    public Ticker(PriceSource source, List<Place> places, Duration step, LongSupplier nanoTime) {
        this.source = source;
        this.places = List.copyOf(places);
        this.stepNanos = Math.max(1, step.toNanos());
        this.nanoTime = nanoTime;
        this.thread = new Thread(this::run, "ticker");
        this.thread.setDaemon(true);
    }

    /** Starts the thread. The first price is due once all markets trade. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (running && !places.stream().allMatch(place -> place.market.isTrading())) {
                LockSupport.parkNanos(WAIT_FOR_MARKETS);
            }
            begin();
            while (running) {
                long wait = doWork();
                if (wait > 0) {
                    LockSupport.parkNanos(wait);
                }
            }
        } catch (RuntimeException e) {
            running = false;
            LOG.error("The ticker has stopped: no more prices", e);
        }
    }

    /** Starts the source's time now. */
    void begin() {
        startedAt = nanoTime.getAsLong();
    }

    /** Publishes what is due; returns how many nanoseconds there are until the next price. */
    long doWork() {
        if (!due) {
            for (Move move = moves.poll(); move != null; move = moves.poll()) {
                source.moveTo(move.stock, move.price);
            }
            source.advance();
            due = true;
        }
        long behind = nanoTime.getAsLong() - startedAt - endOfStep(source.dueAt());
        if (behind < 0) {
            return -behind;
        }
        if (behind > MOST_BEHIND) {
            startedAt += behind;
        }
        due = false;
        Place place = places.get(source.stock());
        if (!place.market.tick(place.index, source.price())) {
            skipped.incrementAndGet();
        }
        return 0;
    }

    private long endOfStep(long dueAt) {
        return (dueAt + stepNanos - 1) / stepNanos * stepNanos;
    }

    /** A stock's price was set from outside: the source goes on from there. */
    public void moved(Market market, int index, long price) {
        int stock = places.indexOf(new Place(market, index));
        moves.add(new Move(stock, price));
    }

    /** Whether prices still come. */
    public boolean isRunning() {
        return running;
    }

    /** How many prices did not go out because the exchange was not trading. */
    public long skipped() {
        return skipped.get();
    }

    /** Stops; no tick comes after it returns. */
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
