package org.fogg.broker.shard;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.apache.kafka.clients.producer.MockProducer;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.events.EventPublisher;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.LiveDirectory;
import org.fogg.broker.market.PriceBoard;
import org.fogg.broker.market.Stock;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.projection.Projector;
import org.fogg.broker.snapshot.MemorySnapshots;
import org.fogg.broker.snapshot.SnapshotSettings;
import org.fogg.broker.snapshot.Snapshots;
import org.fogg.core.engine.TradingLimits;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;

/** An execution agent that tests step by hand, in a world they hold in their hands. */
final class AgentWorld {

    static final String HOME = "europe";
    static final int SHARD = 3;
    static final long PRICE = 100_0000;
    static final int EVERY = 10;
    private static final TradingLimits LIMITS =
            new TradingLimits(1_000_000_000_0000L, 1_000_000, 100_000, 1_000, 500, 0);
    static final Stock STOCK = stock(1);
    static final Stock OTHER = stock(2);

    final ManualJournal journal = new ManualJournal();
    final ManualExchanges exchanges = new ManualExchanges();
    final ManualForeign foreign = new ManualForeign();
    final KeptPortfolio portfolio = new KeptPortfolio();
    final HeldProjector projector = new HeldProjector();
    final MemorySnapshots store;
    final Snapshots snapshots;
    final KeptAside keptAside = new KeptAside(new MockProducer<>(), "kept-aside");
    final RecordedEvents events = new RecordedEvents();
    final LiveDirectory directory = new LiveDirectory();
    final PriceBoard prices;
    final List<CommandAnswer> answers = new ArrayList<>();
    final List<OwnedShard> catchingUp = new ArrayList<>();
    final List<Map<Integer, Long>> catchUpFrom = new ArrayList<>();
    final List<Long> readyFrom = new ArrayList<>();
    final List<Claim> lost = new ArrayList<>();
    final Inbox inbox = new Inbox(1024);
    final ShardPorts ports;
    final ExecutionAgent agent;
    Claim claim;
    AgentView view = AgentView.NONE;
    long now = 1_000_000_000_000L;
    private long nextOffset;
    private long nextTick;

    AgentWorld() {
        this(null);
    }

    /** A second owner, of the same journal, exchanges and listings as a first. */
    AgentWorld(AgentWorld first) {
        prices = first == null ? new PriceBoard() : first.prices;
        store = first == null ? new MemorySnapshots() : first.store;
        var meters = new SimpleMeterRegistry();
        snapshots =
                new Snapshots(
                        store,
                        first == null ? journal : first.journal,
                        projector,
                        LIMITS,
                        keptAside,
                        new SnapshotSettings(EVERY, true),
                        meters);
        directory.put(STOCK);
        directory.put(OTHER);
        ports =
                new ShardPorts(
                        HOME,
                        first == null ? journal : first.journal,
                        projector,
                        events,
                        (replyTo, shard, answer) -> answers.add(answer),
                        first == null ? exchanges : first.exchanges,
                        foreign,
                        portfolio,
                        directory,
                        prices,
                        LIMITS,
                        () -> now,
                        inbox::putCompletion,
                        new Stage.Timers(meters),
                        snapshots,
                        new RecoveryTimers(meters),
                        keptAside);
        agent = new ExecutionAgent(inbox, ports, this::catchUp, new Owner(), next -> view = next);
        directory.stocks().forEach(agent::onStock);
    }

    private static Stock stock(int exchange) {
        var at =
                new Exchange(
                        exchange,
                        "X" + exchange,
                        "Exchange",
                        "London",
                        ZoneId.of("Europe/London"),
                        0,
                        0,
                        URI.create("http://127.0.0.1:1/" + exchange));
        return new Stock(exchange * 10_000 + 1, "S" + exchange, "Stock", at, 100, 2000);
    }

    private void catchUp(OwnedShard shard, Map<Integer, Long> offsets) {
        catchingUp.add(shard);
        catchUpFrom.add(offsets);
    }

    private final class Owner implements Ownership {

        @Override
        public void ready(Claim ready, long fromOffset) {
            readyFrom.add(fromOffset);
        }

        @Override
        public void lost(Claim ended) {
            lost.add(ended);
        }

        @Override
        public void progress(int shard, long offset) {}
    }

    /** Takes the shard over, and catches up with no ticks. */
    AgentWorld owning() {
        takeOver();
        if (!catchingUp.isEmpty()) {
            agent.onCaughtUp(List.copyOf(catchingUp));
            settle();
        }
        nextOffset = readyFrom.get(readyFrom.size() - 1);
        return this;
    }

    void takeOver() {
        claim = new Claim(SHARD, 1);
        agent.adopt(new ShardRecovery(ports).recover(claim));
        settle();
    }

    /** Steps until there is nothing left to do. */
    void settle() {
        while (agent.doWork() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Lets time pass. */
    void pass(long nanos) {
        now += nanos;
        agent.doWork();
        settle();
    }

    /** A command as the next of the partition; its id. */
    UUID command(Function<Command.Origin, Command> command) {
        UUID id = UUID.randomUUID();
        agent.onCommand(claim, nextOffset++, command.apply(new Command.Origin(id, 0, now)));
        settle();
        return id;
    }

    UUID openAccount(long cash) {
        UUID trader = UUID.randomUUID();
        command(origin -> new Command.OpenAccount(origin, trader, cash));
        return trader;
    }

    OrderTerms terms(UUID trader, Stock stock, OrderType type, Side side, long price) {
        String id = UUID.randomUUID().toString();
        return new OrderTerms(
                UUID.randomUUID(),
                trader,
                id,
                stock.id(),
                side,
                type,
                TimeInForce.GTC,
                10,
                type == OrderType.LIMIT ? price : 0,
                type == OrderType.STOP ? price : 0,
                0);
    }

    UUID place(OrderTerms terms) {
        return command(origin -> new Command.PlaceOrder(origin, terms));
    }

    /** An order that is read again from where the journal says. */
    UUID replaying(OrderTerms terms) {
        nextOffset = Math.max(nextOffset, readyFrom.get(readyFrom.size() - 1));
        return place(terms);
    }

    /** A tick as it comes; its offset. */
    long tick(Stock stock, long price) {
        long offset = nextTick++;
        prices.onTick(stock.id(), offset + 1, price, now);
        agent.onTick(stock.id(), offset + 1, price, now, 0, offset);
        settle();
        return offset;
    }

    /** A tick that is read again for the shards that catch up. */
    void oldTick(Stock stock, long price, long offset) {
        agent.onOldTick(List.copyOf(catchingUp), stock.id(), offset + 1, price, now, 0, offset);
        settle();
    }

    boolean isAnswered(UUID command) {
        return answers.stream().anyMatch(answer -> answer.commandId().equals(command));
    }

    CommandAnswer answer(UUID command) {
        return answers.stream()
                .filter(answer -> answer.commandId().equals(command))
                .findFirst()
                .orElseThrow();
    }

    CompletableFuture<Void> release(long deadline) {
        CompletableFuture<Void> done = agent.release(claim, deadline);
        settle();
        return done;
    }

    /** Keeps what is projected, and says it is written when the test says so. */
    static final class HeldProjector implements Projector {

        final List<DurableEntry> entries = new ArrayList<>();
        final ArrayDeque<Runnable> underWay = new ArrayDeque<>();
        ShardMarks marks = ShardMarks.NONE;
        boolean hold;

        @Override
        public void project(DurableEntry entry, BooleanSupplier wanted, Runnable done) {
            entries.add(entry);
            if (hold) {
                underWay.addLast(done);
            } else {
                done.run();
            }
        }

        @Override
        public ShardMarks marks(int shard) {
            return marks;
        }

        @Override
        public void recordMarks(int shard, ShardMarks next) {
            marks = next;
        }
    }

    /** Keeps what is published, and says it is durable when the test says so. */
    static final class RecordedEvents implements EventPublisher {

        final List<DurableEntry> entries = new ArrayList<>();
        final ArrayDeque<Runnable> underWay = new ArrayDeque<>();
        boolean hold;

        @Override
        public void publish(DurableEntry entry, BooleanSupplier wanted, Runnable done) {
            entries.add(entry);
            if (hold) {
                underWay.addLast(done);
            } else {
                done.run();
            }
        }
    }

    /** Keeps what is told of other georegions, unless it is away. */
    static final class KeptPortfolio implements PortfolioStore {

        final List<OrderSnapshot> orders = new ArrayList<>();
        final List<Reason> refusals = new ArrayList<>();
        boolean away;

        @Override
        public CompletionStage<Void> keep(OrderSnapshot order) {
            return keep(() -> orders.add(order));
        }

        @Override
        public CompletionStage<Void> keepRefused(OrderTerms order, Reason reason, long at) {
            return keep(() -> refusals.add(reason));
        }

        private CompletionStage<Void> keep(Runnable keeping) {
            if (away) {
                return CompletableFuture.failedFuture(new IllegalStateException("away"));
            }
            keeping.run();
            return CompletableFuture.completedFuture(null);
        }
    }
}
