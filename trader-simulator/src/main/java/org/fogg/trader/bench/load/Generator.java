package org.fogg.trader.bench.load;

import java.util.List;
import java.util.function.Consumer;
import org.fogg.trader.bench.client.ClientRecords;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.measure.GeneratorHealth;
import org.fogg.trader.bench.measure.OperationStats;
import org.fogg.trader.bench.measure.OrderNews;
import org.fogg.trader.bench.measure.OrderTally;
import org.fogg.trader.bench.measure.Problems;
import org.fogg.trader.bench.measure.TickToTrade;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Trader;

/**
 * Carries out planned operations and counts what became of them. All of it, but the network, runs
 * in the loop's thread.
 */
public final class Generator {

    /** Sends a request. */
    public interface Caller {

        /** Sends it without waiting; the consumer is called once, on any thread. */
        void call(HttpCall call, Consumer<HttpReply> done);
    }

    private final EventLoop loop;
    private final Times times;
    private final Accounts accounts;
    private final OperationStats stats = new OperationStats();
    private final OrderTally tally = new OrderTally();
    private final TickToTrade tickToTrade = new TickToTrade();
    private final GeneratorHealth health = new GeneratorHealth();
    private final Problems problems = new Problems();
    private final ClientOrderIds ids;
    private final Sender sender;
    private final Operator operator;

    /**
     * A generator.
     *
     * @param run the run's name, which begins every client order id
     * @param patience with requests whose outcome is unknown
     * @param accepted hears of accepted orders
     */
    public Generator(
            String run,
            EventLoop loop,
            Times times,
            Caller caller,
            Accounts accounts,
            ClientRecords records,
            Patience patience,
            AcceptedListener accepted) {
        this.loop = loop;
        this.times = times;
        this.accounts = accounts;
        this.ids = new ClientOrderIds(run);
        RequestLog log = new RequestLog(run, records, times);
        sender = new Sender(loop, times, caller, log, stats, health, problems, patience, accepted);
        this.operator = new Operator(sender, accounts, ids, tally, problems, times);
    }

    /**
     * Plans an operation for its time.
     *
     * @param counted whether it is part of what is measured
     */
    public void plan(PlannedOp op, boolean counted) {
        loop.at(
                op.plannedAt(),
                () -> {
                    health.sent(times.now() - op.plannedAt());
                    op.whenReady(() -> operator.start(op, counted));
                });
    }

    /** Takes order events, in their order; may be called from any thread. */
    public void hear(List<OrderNews> news) {
        loop.submit(() -> news.forEach(this::hear));
    }

    /**
     * Records the requests that are still without an answer, and that none will be waited for. A
     * load that ends before its time has told the brokers more than it has heard of.
     */
    public void abandon() {
        sender.abandon();
    }

    private void hear(OrderNews news) {
        if (!tally.isNew(news)) {
            return;
        }
        // The tick comes half a round trip, the execution goes and its report comes back.
        tickToTrade.count(news, accounts.exchangeNanos(news.symbol()) / 2 * 3);
        if (ids.isCounted(news.clientOrderId())) {
            tally.count(news);
        }
        Trader trader = accounts.find(news.traderId());
        if (trader != null) {
            trader.learn(
                    news.orderId(),
                    news.filledQuantity(),
                    news.tradePrice(),
                    news.isClosing(),
                    times.now());
        }
    }

    /** Requests under way, those that wait for their repetition included. */
    public int inFlight() {
        return health.inFlight();
    }

    /** Counts and latencies of the counted operations. */
    public OperationStats stats() {
        return stats;
    }

    /** What became of the counted orders. */
    public OrderTally tally() {
        return tally;
    }

    /** Of the run's traders' orders. */
    public TickToTrade tickToTrade() {
        return tickToTrade;
    }

    /** Whether operations were sent when they should. */
    public GeneratorHealth health() {
        return health;
    }

    /** Why operations were refused or failed. */
    public Problems problems() {
        return problems;
    }
}
