package org.fogg.broker.shard;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.fogg.broker.command.AnswerSink;
import org.fogg.broker.command.Availability;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.events.EventPublisher;
import org.fogg.broker.exchange.ExchangeClient;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.home.HomeSide;
import org.fogg.broker.journal.JournalStore;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.LastPrices;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.market.Stock;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.projection.Projector;
import org.fogg.broker.snapshot.Snapshots;
import org.fogg.core.engine.TradingLimits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shards of this instance: the agent and its thread, the consumer that brings shards and
 * commands, recovery and catching up. Thread-safe.
 */
public final class ShardService implements ShardHealth, Availability, HomeSide.Owners {

    private static final Logger log = LoggerFactory.getLogger(ShardService.class);
    private static final int INBOX = 1 << 14;
    private static final int RECOVERIES = 4;
    private static final long HAND_OVER_MS = 6000;
    private static final long PREPARE_MS = 6000;

    private final Inbox inbox = new Inbox(INBOX);
    private final MarketDirectory directory;
    private final ExchangeClient exchanges;
    private final Reachability reachability;
    private final KeptAside keptAside;
    private final Snapshots snapshots;
    private final ExecutionAgent agent;
    private final AgentThread agentThread;
    private final Thread catchUpThread;
    private final ExecutorService recoveries;
    private final IntFunction<OrdersConsumer> consumers;
    private volatile @Nullable Seat seat;
    private volatile boolean awaited;
    private volatile AgentView view = AgentView.NONE;
    private volatile boolean stopping;

    /**
     * What the service is built from.
     *
     * @param orders makes a member of a term's group that has not subscribed yet
     * @param ordersTopic the topic it is to read
     * @param clock nanoseconds since the Unix epoch
     */
    public record Parts(
            String georegion,
            String kafkaBootstrap,
            IntFunction<Consumer<byte[], byte[]>> orders,
            String ordersTopic,
            JournalStore journal,
            Projector projector,
            EventPublisher publisher,
            AnswerSink answers,
            ExchangeClient exchanges,
            ForeignBrokers foreign,
            PortfolioStore portfolio,
            MarketDirectory directory,
            LastPrices prices,
            TradingLimits limits,
            KeptAside keptAside,
            Snapshots snapshots,
            Reachability reachability,
            LongSupplier clock,
            MeterRegistry meters) {}

    /** A term in which shards are owned here. */
    private record Seat(int term, OrdersConsumer orders, Thread thread) {}

    /** Builds the service; nothing runs before {@link #startAgent}. */
    public ShardService(Parts parts) {
        directory = parts.directory();
        exchanges = parts.exchanges();
        reachability = parts.reachability();
        keptAside = parts.keptAside();
        snapshots = parts.snapshots();
        var ports =
                new ShardPorts(
                        parts.georegion(),
                        parts.journal(),
                        parts.projector(),
                        parts.publisher(),
                        parts.answers(),
                        parts.exchanges(),
                        parts.foreign(),
                        parts.portfolio(),
                        parts.directory(),
                        parts.prices(),
                        parts.limits(),
                        parts.clock(),
                        inbox::putCompletion,
                        new Stage.Timers(parts.meters()),
                        snapshots,
                        new RecoveryTimers(parts.meters()),
                        keptAside);
        var catchUp = new TickCatchUp(parts.kafkaBootstrap(), parts.georegion(), this::agent);
        agent = new ExecutionAgent(inbox, ports, catchUp, new ToOrders(), next -> view = next);
        recoveries = Executors.newFixedThreadPool(RECOVERIES, daemon("shard-recovery"));
        consumers =
                term ->
                        new OrdersConsumer(
                                () -> parts.orders().apply(term),
                                term,
                                parts.ordersTopic(),
                                agent,
                                new ShardRecovery(ports),
                                recoveries,
                                keptAside,
                                parts.clock());
        agentThread = new AgentThread(agent, inbox, "execution-agent");
        catchUpThread = daemon("tick-catch-up").newThread(catchUp);
        gauges(parts.meters());
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void gauges(MeterRegistry meters) {
        Gauge.builder("fogg.shards.ready", () -> view.ready().size())
                .description("Shards of this instance that take commands")
                .register(meters);
        Gauge.builder("fogg.shards.waiting", () -> waiting().size())
                .description("Shards of this instance that are being taken over or handed over")
                .register(meters);
        Gauge.builder("fogg.orders.open", () -> view.openOrders())
                .description("Open orders of this instance's shards")
                .register(meters);
        Gauge.builder("fogg.agent.queue", inbox::depth)
                .description("Inputs that wait for the execution agent")
                .register(meters);
        Gauge.builder("fogg.records.kept.aside", keptAside::count)
                .description("Records that could not be decoded, since start")
                .register(meters);
    }

    private ExecutionAgent agent() {
        return agent;
    }

    /** Claims of a seat that was left mean nothing to the next one. */
    private final class ToOrders implements Ownership {

        private void tell(java.util.function.Consumer<OrdersConsumer> news) {
            Seat now = seat;
            if (now != null) {
                news.accept(now.orders());
            }
        }

        @Override
        public void ready(Claim claim, long fromOffset) {
            tell(orders -> orders.ready(claim, fromOffset));
        }

        @Override
        public void lost(Claim claim) {
            tell(orders -> orders.lost(claim));
        }

        @Override
        public void progress(int shard, long offset) {
            tell(orders -> orders.progress(shard, offset));
        }
    }

    /** Lets the agent run, so that ticks and stocks may come. */
    public void startAgent() {
        agentThread.start();
        catchUpThread.start();
    }

    @Override
    public void await() {
        awaited = true;
    }

    /**
     * Joins the term's group: shards may come. The listings and the latest ticks have been read.
     */
    @Override
    public synchronized void take(int term) {
        Seat before = seat;
        if (stopping || (before != null && before.term() == term)) {
            return;
        }
        leave();
        OrdersConsumer orders = consumers.apply(term);
        var next = new Seat(term, orders, new Thread(orders, "orders-consumer"));
        seat = next;
        awaited = false;
        next.thread().start();
    }

    /** Drops all shards, which are another home's now. */
    @Override
    public synchronized void leave() {
        Seat before = seat;
        seat = null;
        awaited = false;
        if (before != null) {
            before.orders().abandon();
        }
    }

    /** Hands all shards over, leaves the group and ends the agent. */
    public void stop() {
        Seat last = lastSeat();
        try {
            if (last != null) {
                prepareHandOver();
            }
            snapshots.close();
            if (last != null) {
                stop(last);
            }
            catchUpThread.interrupt();
            recoveries.shutdown();
            if (!recoveries.awaitTermination(2, TimeUnit.SECONDS)) {
                recoveries.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        agentThread.stop();
    }

    /** The shards go on meanwhile, so this costs no trader anything. */
    private void prepareHandOver() {
        try {
            agent.prepareHandOver().get(PREPARE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            log.info("There was no time for a snapshot of every shard; the journals are there");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Preparing never fails", e);
        }
    }

    /** After which none is taken. */
    private synchronized @Nullable Seat lastSeat() {
        stopping = true;
        return seat;
    }

    private void stop(Seat last) throws InterruptedException {
        last.orders().stop();
        last.thread().join(HAND_OVER_MS);
        if (last.thread().isAlive()) {
            // It waits for room that does not come, because the journal is away.
            inbox.close();
            last.thread().interrupt();
            last.thread().join(HAND_OVER_MS);
        }
    }

    /** The live ticks begin at these offsets, by partition. */
    public void onTicksBegin(Map<Integer, Long> positions) {
        agent.onTicksBegin(positions);
    }

    /** A tick as it comes; waits while there are too many. */
    public void onTick(
            int stockId, long sequence, long price, long publishedAt, int partition, long offset) {
        agent.onTick(stockId, sequence, price, publishedAt, partition, offset);
    }

    /** A stock that is listed, or listed anew. */
    public void onStock(Stock stock) {
        agent.onStock(stock);
    }

    private List<String> waiting() {
        List<String> waiting = new ArrayList<>(view.waiting().values());
        Seat now = seat;
        if (awaited) {
            waiting.add("this data centre has just become home");
        }
        if (now == null) {
            return waiting;
        }
        OrdersConsumer orders = now.orders();
        if (!orders.isMember()) {
            waiting.add("this instance is not in the group of brokers that share the shards");
        }
        for (int shard : orders.recovering()) {
            waiting.add("shard " + shard + ": reading its journal" + orders.obstacle(shard));
        }
        return waiting;
    }

    @Override
    public Status status() {
        var loggedOn = new TreeSet<String>();
        var unreachable = new TreeSet<String>();
        for (Exchange exchange : directory.exchanges()) {
            (exchanges.isAvailable(exchange.id()) ? loggedOn : unreachable).add(exchange.code());
        }
        return new Status(
                view.ready(),
                waiting(),
                List.copyOf(loggedOn),
                List.copyOf(unreachable),
                directory.isLoaded(),
                reachability.isKafkaThere(),
                reachability.isCassandraThere(),
                keptAside.count());
    }

    @Override
    public @Nullable String missing(int shard, int stockId) {
        if (stopping) {
            return "This broker is stopping";
        }
        if (!reachability.isKafkaThere()) {
            return "Kafka does not answer";
        }
        if (!reachability.isCassandraThere()) {
            return "Cassandra does not answer";
        }
        String reason = view.waiting().get(shard);
        if (reason != null) {
            return "The account cannot be used yet (" + reason + ")";
        }
        Seat now = seat;
        if (now != null && now.orders().recovering().contains(shard)) {
            return "The account cannot be used yet (its journal is being read)";
        }
        Stock stock = stockId == 0 ? null : directory.stock(stockId);
        if (stock != null && !exchanges.isAvailable(stock.exchange().id())) {
            return "The exchange " + stock.exchange().code() + " does not answer";
        }
        return null;
    }
}
