package org.fogg.exchange.market;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.fogg.exchange.journal.JournalUnavailableException;
import org.fogg.exchange.journal.Journals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a market, opens it again when its journal has failed, and sees to it that every price is
 * told, on a thread of its own.
 *
 * <p>Errors: while Kafka is away it tries again for ever, and says so once for each new reason. A
 * damaged journal is tried again as well: only an operator can mend it, and the exchange stays
 * closed until then.
 */
public final class MarketKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(MarketKeeper.class);
    private static final long PAUSE_NANOS = 200_000_000;

    private final Market market;
    private final Journals journals;
    private final Opening opening;
    private final AtomicLong openings = new AtomicLong();
    private final Thread thread;
    private String lastReason = "";
    private volatile boolean running = true;

    /** What must happen between reading a journal and trading. */
    @FunctionalInterface
    public interface Opening {

        /**
         * Tells the world of the exchange.
         *
         * @throws KafkaException when that is not possible now
         */
        void announce(Market market);
    }

    /** Starts nothing yet. */
    public MarketKeeper(Market market, Journals journals, Opening opening) {
        this.market = market;
        this.journals = journals;
        this.opening = opening;
        this.thread = new Thread(this::run, "keeper-" + market.listing().code());
        this.thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    private void run() {
        while (running) {
            if (market.isTrading()) {
                market.publishAgain();
            } else {
                tryToOpen();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void tryToOpen() {
        String code = market.listing().code();
        try {
            market.open(journals);
            opening.announce(market);
            market.startTrading();
            openings.incrementAndGet();
            lastReason = "";
            LOG.info("{} is open, {} attempts in its journal", code, market.attempts());
        } catch (JournalUnavailableException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            if (running && !reason.equals(lastReason)) {
                LOG.warn("{} cannot open yet: {}", code, reason, withTrace(e));
            }
            lastReason = reason;
        }
    }

    // A Kafka that is away needs no stack trace; anything unforeseen does.
    private static @Nullable Throwable withTrace(Exception e) {
        return e instanceof JournalUnavailableException || e instanceof KafkaException ? null : e;
    }

    /** How many times the market was opened. */
    public long openings() {
        return openings.get();
    }

    /** Stops opening. The market stays as it is. */
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
