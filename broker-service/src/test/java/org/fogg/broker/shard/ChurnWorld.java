package org.fogg.broker.shard;

import com.datastax.oss.driver.api.core.CqlSession;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.apache.kafka.clients.producer.MockProducer;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.home.Home;
import org.fogg.broker.journal.CassandraJournalStore;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.LiveDirectory;
import org.fogg.broker.market.PriceBoard;
import org.fogg.broker.market.Stock;
import org.fogg.broker.projection.CassandraProjector;
import org.fogg.broker.snapshot.CassandraSnapshotStore;
import org.fogg.broker.snapshot.SnapshotSettings;
import org.fogg.broker.snapshot.Snapshots;
import org.fogg.core.engine.TradingLimits;

/**
 * One shard of the broker on a real Cassandra: journal, tables and snapshots are the broker's own,
 * run by its execution agent. Commands come without HTTP and Kafka, exchanges fill at once, events
 * go nowhere. One thread.
 */
final class ChurnWorld implements AutoCloseable {

    static final int SHARD = 0;
    private static final int TERM = 1;
    static final long PRICE = 100_0000;
    static final Stock STOCK = stock();
    private static final TradingLimits LIMITS =
            new TradingLimits(1_000_000_000_0000L, 1_000_000, 100_000, 10_000, 500, 0);
    private static final int INBOX = 65_536;
    private static final long LONGEST_SLEEP_NS = 1_000_000;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(20);
    private static final long HAND_OVER_NS = TimeUnit.MINUTES.toNanos(5);

    final CassandraJournalStore journal;
    final CassandraProjector projector;
    final CassandraSnapshotStore store;
    final Snapshots snapshots;
    private final ManualExchanges exchanges = new ManualExchanges();
    private final PriceBoard prices = new PriceBoard();
    private final SystemEpochNanoClock clock = new SystemEpochNanoClock();
    private final Inbox inbox = new Inbox(INBOX);
    private final List<OwnedShard> catchingUp = new ArrayList<>();
    private final Map<UUID, Consumer<CommandAnswer>> waiting = new HashMap<>();
    private final ShardPorts ports;
    private final ExecutionAgent agent;
    private Claim claim = new Claim(SHARD, TERM);
    private long nextOffset = -1;
    private long ticks;

    ChurnWorld(
            CqlSession session,
            String keyspace,
            ScheduledExecutorService pauses,
            SnapshotSettings settings) {
        journal = new CassandraJournalStore(session, keyspace, pauses, Home.ONLY);
        projector = new CassandraProjector(session, keyspace, pauses, Home.ONLY);
        store = new CassandraSnapshotStore(session, keyspace);
        var meters = new SimpleMeterRegistry();
        var keptAside = new KeptAside(new MockProducer<>(), "kept-aside");
        snapshots = new Snapshots(store, journal, projector, LIMITS, keptAside, settings, meters);
        var directory = new LiveDirectory();
        directory.put(STOCK);
        ports =
                new ShardPorts(
                        "europe",
                        journal,
                        projector,
                        (entry, wanted, done) -> done.run(),
                        (replyTo, shard, answer) -> answered(answer),
                        exchanges,
                        new ManualForeign(),
                        new AgentWorld.KeptPortfolio(),
                        directory,
                        prices,
                        LIMITS,
                        clock::nanoTime,
                        inbox::putCompletion,
                        new Stage.Timers(meters),
                        snapshots,
                        new RecoveryTimers(meters),
                        keptAside);
        agent =
                new ExecutionAgent(
                        inbox,
                        ports,
                        (shard, offsets) -> catchingUp.add(shard),
                        new Owner(),
                        view -> {});
        agent.onStock(STOCK);
    }

    private static Stock stock() {
        ZoneId zone = ZoneId.of("Europe/London");
        URI nowhere = URI.create("http://127.0.0.1:1/1");
        var at = new Exchange(1, "X1", "Exchange", "London", zone, 0, 0, nowhere);
        return new Stock(10_001, "S1", "Stock", at, 100, 2000);
    }

    private final class Owner implements Ownership {

        @Override
        public void ready(Claim ready, long fromOffset) {
            nextOffset = fromOffset;
        }

        @Override
        public void lost(Claim ended) {
            throw new IllegalStateException("The shard was lost");
        }

        @Override
        public void progress(int shard, long offset) {}
    }

    private void answered(CommandAnswer answer) {
        Consumer<CommandAnswer> then = waiting.remove(answer.commandId());
        if (then != null) {
            then.accept(answer);
        }
    }

    /** Reads the shard's state as a new owner does, and takes the shard over. */
    RecoverySplit takeOver() {
        claim = new Claim(SHARD, TERM);
        RecoveredShard recovered = new ShardRecovery(ports).recover(claim);
        if (recovered == null) {
            throw new IllegalStateException("The claim has ended");
        }
        nextOffset = -1;
        agent.adopt(recovered);
        workUntil(() -> nextOffset >= 0 || !catchingUp.isEmpty());
        if (!catchingUp.isEmpty()) {
            agent.onCaughtUp(List.copyOf(catchingUp));
            catchingUp.clear();
            workUntil(() -> nextOffset >= 0);
        }
        long offset = ticks++;
        prices.onTick(STOCK.id(), ticks, PRICE, clock.nanoTime());
        agent.onTick(STOCK.id(), ticks, PRICE, clock.nanoTime(), 0, offset);
        return recovered.split();
    }

    /** Ends the ownership as a planned stop does. */
    void handOver() {
        CompletableFuture<Void> done = agent.release(claim, clock.nanoTime() + HAND_OVER_NS);
        workUntil(done::isDone);
    }

    /** Gives a command to the shard; its answer comes while {@link #workUntil} runs. */
    void command(Function<Command.Origin, Command> command, Consumer<CommandAnswer> then) {
        UUID id = UUID.randomUUID();
        waiting.put(id, then);
        var origin = new Command.Origin(id, 0, clock.nanoTime());
        agent.onCommand(claim, nextOffset++, command.apply(origin));
    }

    /** The answer to a command. */
    CommandAnswer ask(Function<Command.Origin, Command> command) {
        List<CommandAnswer> answers = new ArrayList<>();
        command(command, answers::add);
        workUntil(() -> !answers.isEmpty());
        return answers.get(0);
    }

    /** How many commands have no answer yet. */
    int underWay() {
        return waiting.size();
    }

    /** Lets the agent work, and the exchange fill, until something holds. */
    void workUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            int work = agent.doWork();
            while (exchanges.underWay() > 0) {
                exchanges.fill(PRICE);
                work++;
            }
            if (work == 0) {
                inbox.sleep(LONGEST_SLEEP_NS);
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Nothing came of it");
            }
        }
    }

    @Override
    public void close() {
        snapshots.close();
    }
}
