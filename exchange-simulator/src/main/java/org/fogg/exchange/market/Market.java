package org.fogg.exchange.market;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.fogg.exchange.journal.Journal;
import org.fogg.exchange.journal.JournalUnavailableException;
import org.fogg.exchange.journal.Journals;
import org.fogg.exchange.ledger.Decision;
import org.fogg.exchange.ledger.ExecutionLedger;
import org.fogg.exchange.ledger.LogOnDecision;
import org.fogg.exchange.ledger.Quote;
import org.fogg.exchange.ledger.UnknownReportsException;
import org.fogg.exchange.message.Attempt;
import org.fogg.exchange.message.ExecuteRequest;
import org.fogg.exchange.message.LogOnRequest;
import org.fogg.exchange.message.Records;
import org.fogg.exchange.message.StockState;
import org.fogg.world.ExchangeListing;
import org.jspecify.annotations.Nullable;

/**
 * One running exchange. Thread-safe.
 *
 * <p>Decisions are made and put on their way to the journal under one short lock, so the journal
 * has them in their order; they are answered when they are durable, outside the lock. When an
 * append fails, what the journal holds is unknown: nothing more is decided or answered until {@link
 * #open} has read the journal again.
 */
public final class Market {

    private static final long ANSWER_WITHIN_MS = 1_800;

    private final ExchangeListing listing;
    private final TickSink ticks;
    private final LongSupplier clock;
    private final StockBoard stocks;

    /** Orders the ticks of this exchange; taken before {@link #lock}. */
    private final Object tickLock = new Object();

    private final Object lock = new Object();
    private @Nullable Book book;
    private boolean trading;
    private boolean closed;

    /** What lives from one opening of the journal to its failure. */
    private record Book(ExecutionLedger ledger, Journal journal) {}

    /** A decision and when it is durable. */
    private record Pending<T>(T decision, CompletableFuture<Void> durable) {}

    /**
     * @param clock nanoseconds since the Unix epoch
     */
    public Market(ExchangeListing listing, TickSink ticks, LongSupplier clock) {
        this.listing = listing;
        this.ticks = ticks;
        this.clock = clock;
        this.stocks = new StockBoard(listing);
    }

    /** Which exchange it is. */
    public ExchangeListing listing() {
        return listing;
    }

    /**
     * Reads the journal and makes ready for trading: prices and sequences go on where they were.
     * Call {@link #startTrading} next.
     *
     * @throws JournalUnavailableException when that is not possible now
     * @throws IllegalStateException when the journal is damaged
     */
    public void open(Journals journals) throws JournalUnavailableException {
        dropBook();
        JournalFold fold = new JournalFold(listing.id());
        Journal journal = journals.open(listing.code(), fold);
        List<CompletableFuture<Void>> reservations = new ArrayList<>();
        synchronized (lock) {
            stocks.resume(fold);
            for (TradedStock stock : stocks.all()) {
                reservations.add(reserve(stock, journal));
            }
        }
        try {
            for (CompletableFuture<Void> reservation : reservations) {
                await(reservation);
            }
        } catch (JournalUnavailableException e) {
            journal.close();
            throw e;
        }
        synchronized (lock) {
            book = new Book(fold.ledger(), journal);
        }
    }

    private void dropBook() {
        Book dropped;
        synchronized (lock) {
            dropped = book;
            book = null;
            trading = false;
        }
        if (dropped != null) {
            dropped.journal.close();
        }
    }

    private CompletableFuture<Void> reserve(TradedStock stock, Journal journal) {
        return append(stock, stock.reserve(clock.getAsLong()), journal);
    }

    private static CompletableFuture<Void> append(
            TradedStock stock, StockState state, Journal journal) {
        return journal.append(Records.encode(state))
                .thenRun(() -> stock.reservedUpTo(state.sequenceLimit()));
    }

    /** Starts taking requests and ticks, and publishes every stock's price once. */
    public void startTrading() {
        synchronized (lock) {
            trading = book != null && !closed;
        }
        List<StockView> now = stocks();
        for (int i = 0; i < now.size(); i++) {
            tick(i, now.get(i).price());
        }
    }

    /** Whether it takes requests now. */
    public boolean isTrading() {
        synchronized (lock) {
            return trading && book != null && !book.journal.hasFailed();
        }
    }

    /**
     * Executes an attempt at the current price, at most once.
     *
     * @param available how many shares the market has now
     * @return the decision, durable
     * @throws JournalUnavailableException when nothing was decided, or it is not known
     */
    public Decision execute(ExecuteRequest request, long available)
            throws JournalUnavailableException {
        Pending<Decision> pending;
        synchronized (lock) {
            Book current = tradingBook();
            Quote quote = stocks.quote(request.attempt().terms().stockId(), available);
            pending = journaled(current, current.ledger.execute(request, quote, clock.getAsLong()));
        }
        await(pending.durable);
        return pending.decision;
    }

    /**
     * Tells what became of an attempt, or voids it for ever.
     *
     * @return the decision, durable
     * @throws JournalUnavailableException when nothing was decided, or it is not known
     */
    public Decision resolve(Attempt attempt) throws JournalUnavailableException {
        Pending<Decision> pending;
        synchronized (lock) {
            Book current = tradingBook();
            pending = journaled(current, current.ledger.resolve(attempt, clock.getAsLong()));
        }
        await(pending.durable);
        return pending.decision;
    }

    /**
     * Logs a shard's new owner on.
     *
     * @return the decision, durable
     * @throws JournalUnavailableException when nothing was decided, or it is not known
     * @throws UnknownReportsException when the broker has seen more reports than there are
     */
    public LogOnDecision logOn(LogOnRequest request)
            throws JournalUnavailableException, UnknownReportsException {
        LogOnDecision decision;
        CompletableFuture<Void> durable;
        synchronized (lock) {
            Book current = tradingBook();
            decision = current.ledger.logOn(request, clock.getAsLong());
            durable =
                    decision.loggedOn() == null
                            ? current.journal.latest()
                            : current.journal.append(Records.encode(decision.loggedOn()));
        }
        await(durable);
        return decision;
    }

    // What is known already may still be on its way to the journal: it waits for the latest append.
    private static Pending<Decision> journaled(Book current, Decision decision) {
        return new Pending<>(
                decision,
                decision.isNew()
                        ? current.journal.append(decision.report())
                        : current.journal.latest());
    }

    private Book tradingBook() throws JournalUnavailableException {
        Book current = book;
        if (!trading || current == null || current.journal.hasFailed()) {
            throw unavailable();
        }
        return current;
    }

    private void await(CompletableFuture<Void> durable) throws JournalUnavailableException {
        try {
            durable.get(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private JournalUnavailableException unavailable() {
        return new JournalUnavailableException(
                "The journal of " + listing.code() + " is not available");
    }

    /**
     * Changes a stock's price and publishes it; does nothing while the exchange is not trading or
     * the sequence is not journaled yet.
     *
     * @param index the stock's place in the listing
     * @param price in 1/10,000
     * @return whether the tick went out
     */
    public boolean tick(int index, long price) {
        TradedStock stock = stocks.at(index);
        synchronized (tickLock) {
            long at;
            long sequence;
            synchronized (lock) {
                Book current = book;
                if (!trading || current == null || current.journal.hasFailed()) {
                    return false;
                }
                at = clock.getAsLong();
                if (stock.wantsReservation(at)) {
                    reserve(stock, current.journal);
                }
                if (!stock.mayTick()) {
                    return false;
                }
                stock.tick(price, at);
                sequence = stock.sequence();
            }
            publish(stock, sequence, price, at);
        }
        return true;
    }

    private void publish(TradedStock stock, long sequence, long price, long at) {
        ticks.publish(
                stock.listing().symbol(),
                stock.id(),
                sequence,
                price,
                at,
                () -> stock.giveUp(sequence));
    }

    /**
     * Publishes the latest tick of each stock again that was given up on its way: a price that
     * stays is told by no later tick. Ends at the first that is given up at once, as Kafka is away.
     */
    public void publishAgain() {
        for (TradedStock stock : stocks.all()) {
            synchronized (tickLock) {
                StockView untold;
                long at;
                synchronized (lock) {
                    if (!trading || !stock.isUntold()) {
                        continue;
                    }
                    stock.retell();
                    untold = stock.view();
                    at = stock.tickedAt();
                }
                publish(stock, untold.sequence(), untold.price(), at);
                synchronized (lock) {
                    if (stock.isUntold()) {
                        return;
                    }
                }
            }
        }
    }

    /**
     * Sets a stock's price and publishes it, durably: it holds after a crash too.
     *
     * @param index the stock's place in the listing
     * @param price in 1/10,000, a multiple of the increment
     * @throws JournalUnavailableException when the price did not change, or it is not known
     */
    public StockView setPrice(int index, long price) throws JournalUnavailableException {
        TradedStock stock = stocks.at(index);
        synchronized (tickLock) {
            CompletableFuture<Void> durable;
            synchronized (lock) {
                Book current = tradingBook();
                StockState state = stock.reserve(price, clock.getAsLong());
                durable = append(stock, state, current.journal);
            }
            await(durable);
            long at;
            StockView view;
            synchronized (lock) {
                at = clock.getAsLong();
                stock.tick(price, at);
                view = stock.view();
            }
            publish(stock, view.sequence(), price, at);
            return view;
        }
    }

    /** All stocks as they are now, in the order of the listing. */
    public List<StockView> stocks() {
        synchronized (lock) {
            return stocks.views();
        }
    }

    /** How many attempts are remembered; 0 while the journal is not open. */
    public long attempts() {
        synchronized (lock) {
            return book == null ? 0 : book.ledger.attempts();
        }
    }

    /**
     * Stops trading and journals the last prices, so that the next life goes on exactly there.
     * Gives up when the journal does not take them in time.
     */
    public void close() {
        List<CompletableFuture<Void>> last = new ArrayList<>();
        synchronized (tickLock) {
            synchronized (lock) {
                closed = true;
                Book current = book;
                if (trading && current != null) {
                    long at = clock.getAsLong();
                    for (TradedStock stock : stocks.all()) {
                        last.add(current.journal.append(Records.encode(stock.settle(at))));
                    }
                }
                trading = false;
            }
        }
        try {
            for (CompletableFuture<Void> each : last) {
                await(each);
            }
        } catch (JournalUnavailableException e) {
            // The reservations of before still hold: the next life starts above them.
        } finally {
            dropBook();
        }
    }
}
