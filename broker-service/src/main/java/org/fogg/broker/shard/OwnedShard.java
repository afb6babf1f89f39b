package org.fogg.broker.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.fogg.broker.command.Command;
import org.fogg.broker.exchange.ExchangeReply;
import org.fogg.broker.exchange.ExchangeReply.Reported;
import org.fogg.broker.exchange.LogOnOutcome;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.journal.JournalCodec;
import org.fogg.broker.journal.JournalStore.Slot;
import org.fogg.broker.market.Exchange;
import org.fogg.broker.market.Stock;
import org.fogg.broker.projection.Projector.ShardMarks;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.owner.Answer;
import org.fogg.core.owner.Attempt;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.NumberedReport;
import org.fogg.core.owner.OwnerPort;
import org.fogg.core.owner.ShardOwner;
import org.fogg.core.owner.Tick;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An owned shard: the core's {@link ShardOwner}, and what it asks of the journal, the exchanges,
 * the tables and the topics. Confined to the agent's thread.
 */
final class OwnedShard implements OwnerPort<Command.Origin> {

    private static final Logger log = LoggerFactory.getLogger(OwnedShard.class);

    private final Claim claim;
    private final ShardPorts ports;
    private final CatchUp catchUp;
    private final Ownership ownership;
    private final Runnable lost;
    private final ShardOwner<Command.Origin> owner;
    private final DurablePipeline pipeline;
    private final Outgoing outgoing;
    private final JournalCodec codec = new JournalCodec();

    /** Of the decisions that are in no durable entry yet. */
    private final ArrayDeque<Effect> effects = new ArrayDeque<>();

    /** As they were listed last. */
    private final Map<Integer, Exchange> exchanges = new HashMap<>();

    private final long epoch;
    private final RecoverySplit split;
    private final long startedAt;
    private long caughtUpFrom;
    private ShardMarks recordedMarks;
    private @Nullable CompletableFuture<Void> released;
    private long releaseBy;

    /**
     * A shard that goes on from what the journal gave.
     *
     * @param lost called when another owner turns out to have the shard
     */
    OwnedShard(
            RecoveredShard recovered,
            ShardPorts ports,
            CatchUp catchUp,
            Ownership ownership,
            Runnable lost) {
        this.claim = recovered.claim();
        this.ports = ports;
        this.catchUp = catchUp;
        this.ownership = ownership;
        this.lost = lost;
        this.epoch = recovered.owner().epoch();
        this.split = recovered.split();
        this.startedAt = ports.clock().getAsLong();
        this.caughtUpFrom = startedAt;
        this.recordedMarks = recovered.done();
        pipeline = new DurablePipeline(claim.shard(), ports, recovered.done(), claim::isValid);
        outgoing =
                new Outgoing(
                        claim.shard(),
                        ports.withAgent(this::post),
                        this::transferred,
                        this::answer);
        owner =
                new ShardOwner<>(
                        recovered.engine(),
                        recovered.relay(),
                        recovered.owner(),
                        new Prices(ports.prices()),
                        this);
        for (DurableEntry entry : recovered.backlog()) {
            pipeline.add(entry, List.of());
        }
        ports.snapshots().began(claim.shard(), split.snapshot());
    }

    private record Prices(org.fogg.broker.market.LastPrices board)
            implements org.fogg.core.owner.LastPrices {

        @Override
        public long price(int stockId) {
            return board.price(stockId);
        }

        @Override
        public long sequence(int stockId) {
            return board.sequence(stockId);
        }

        @Override
        public long publishedAt(int stockId) {
            return board.publishedAt(stockId);
        }
    }

    int id() {
        return claim.shard();
    }

    Claim claim() {
        return claim;
    }

    /**
     * Begins.
     *
     * @param livePositions by partition: the offset that the live ticks go on with
     */
    void start(Map<Integer, Long> livePositions) {
        long now = ports.clock().getAsLong();
        for (Stock stock : ports.directory().stocks()) {
            onStock(stock, now);
        }
        owner.start(livePositions, now);
    }

    // Inputs

    /** A stock is listed, perhaps on an exchange that is new. */
    void onStock(Stock stock, long now) {
        exchanges.put(stock.exchange().id(), stock.exchange());
        owner.onStock(stock.id(), stock.exchange().id(), stock.priceIncrement(), now);
    }

    /** A tick that was read again. */
    void onOldTick(Tick tick, long now) {
        owner.onOldTick(tick, now);
    }

    /** A tick as it comes. */
    void onTick(Tick tick, long now) {
        owner.onTick(tick, now);
    }

    /** All ticks that were to be read again have come. */
    void onCaughtUp() {
        owner.onCaughtUp(ports.clock().getAsLong());
    }

    /** The next command of the partition; null when it could not be decoded. */
    void onCommand(long offset, @Nullable Command command, long now) {
        if (command == null) {
            owner.onCommand(offset, 0, null, null, now);
        } else {
            Commands.give(owner, offset, command, now);
        }
        if (command instanceof Command.SendTransfer send) {
            outgoing.asked(send, owner.engine().transfer(send.terms().id()));
        }
    }

    /** What is due. */
    void onTime(long now) {
        owner.onTime(now);
        ownership.progress(claim.shard(), owner.commandsDone());
    }

    /** Begins to append what was decided, unless an append is under way. */
    void flush(long now) {
        if (claim.isValid()) {
            owner.flush(now);
        }
    }

    // What the owner asks for

    @Override
    public void decided(Decision decision) {
        effects.addLast(Effect.of(owner.engine(), decision));
    }

    @Override
    public void append(JournalEntry entry) {
        ports.journal()
                .append(
                        new Slot(entry.term(), entry.shard(), entry.sequence()),
                        entry.incarnation(),
                        codec.encode(entry),
                        claim::isValid,
                        outcome -> {
                            long at = ports.clock().getAsLong();
                            post(
                                    () -> {
                                        switch (outcome) {
                                            case TAKEN -> taken();
                                            case APPENDED -> owner.onAppended(at);
                                            case ABANDONED -> {
                                                // The claim has ended; the next owner reads it.
                                            }
                                        }
                                    });
                        });
    }

    private void taken() {
        log.warn("Shard {}: another owner took the next slot", claim.shard());
        owner.onTaken();
    }

    @Override
    public void durable(JournalEntry entry, List<Answer<Command.Origin>> answers, long now) {
        ports.timers().record(Stage.APPEND, now - entry.at());
        List<Effect> changed = new ArrayList<>(entry.decisions().size());
        for (Decision decision : entry.decisions()) {
            changed.add(effects.removeFirst());
            if (decision instanceof OrderTraded trade && trade.triggeredAt() > 0) {
                ports.timers().record(Stage.TICK_TO_TRADE, now - trade.triggeredAt());
            }
        }
        List<Answer<Command.Origin>> all = new ArrayList<>(answers);
        all.addAll(outgoing.answers(entry.decisions()));
        pipeline.add(new DurableEntry(claim.shard(), entry.sequence(), now, changed), all);
    }

    @Override
    public void answer(Answer<Command.Origin> answer) {
        pipeline.answer(answer);
    }

    @Override
    public void execute(Attempt attempt) {
        long sentAt = ports.clock().getAsLong();
        ports.exchanges()
                .execute(
                        exchange(attempt.exchangeId()),
                        claim.shard(),
                        attempt.request(),
                        reply -> {
                            ports.timers()
                                    .record(Stage.EXECUTE, ports.clock().getAsLong() - sentAt);
                            post(() -> onReply(attempt, reply));
                        });
    }

    @Override
    public void resolve(Attempt attempt) {
        ports.exchanges()
                .resolve(
                        exchange(attempt.exchangeId()),
                        claim.shard(),
                        attempt.request(),
                        reply -> post(() -> onReply(attempt, reply)));
    }

    /** Looked up again each time, for an exchange may have come back at another address. */
    private Exchange exchange(int id) {
        Exchange listed = ports.directory().exchange(id);
        Exchange exchange = listed == null ? exchanges.get(id) : listed;
        if (exchange == null) {
            throw new IllegalStateException("No exchange " + id);
        }
        return exchange;
    }

    private void onReply(Attempt attempt, ExchangeReply reply) {
        long now = ports.clock().getAsLong();
        if (reply instanceof Reported reported) {
            owner.onReport(attempt, numbered(reported), now);
        } else if (reply instanceof ExchangeReply.Unknown) {
            owner.onUnknown(attempt, now);
        } else if (reply instanceof ExchangeReply.NotSent) {
            owner.onUntraded(attempt, Outcome.NOT_SENT, now);
        } else if (reply instanceof ExchangeReply.Invalid) {
            log.warn(
                    "{} refused as invalid {}",
                    exchange(attempt.exchangeId()).code(),
                    attempt.request());
            owner.onUntraded(attempt, Outcome.VOIDED, now);
        } else {
            log.warn(
                    "Shard {}: fenced at {}", claim.shard(), exchange(attempt.exchangeId()).code());
            owner.onFenced();
        }
    }

    private static NumberedReport numbered(Reported reported) {
        return new NumberedReport(reported.number(), reported.report());
    }

    @Override
    public void logOn(int exchangeId, long ownEpoch, long fromReport) {
        Exchange exchange = exchange(exchangeId);
        ports.exchanges()
                .logOn(
                        exchange,
                        claim.shard(),
                        ownEpoch,
                        fromReport,
                        outcome -> post(() -> onLogOn(exchange, outcome)));
    }

    private void onLogOn(Exchange exchange, LogOnOutcome outcome) {
        long now = ports.clock().getAsLong();
        if (outcome instanceof LogOnOutcome.Accepted accepted) {
            owner.onLoggedOn(
                    exchange.id(),
                    accepted.reports().stream().map(OwnedShard::numbered).toList(),
                    now);
        } else if (outcome instanceof LogOnOutcome.Superseded) {
            log.warn("Shard {}: a later epoch is logged on at {}", claim.shard(), exchange.code());
            owner.onFenced();
        } else {
            owner.onNotLoggedOn(exchange.id(), now);
        }
    }

    @Override
    public void send(TransferRequest request) {
        outgoing.call(request, false);
    }

    @Override
    public void recall(TransferRequest request) {
        outgoing.call(request, true);
    }

    private void transferred(long number, TransferOutcome outcome) {
        owner.onTransferAnswer(number, outcome, ports.clock().getAsLong());
    }

    @Override
    public void catchUp(SortedMap<Integer, Long> offsets) {
        caughtUpFrom = ports.clock().getAsLong();
        catchUp.request(this, offsets);
    }

    @Override
    public void ready(long fromOffset) {
        long now = ports.clock().getAsLong();
        ports.recovery()
                .live(
                        claim.shard(),
                        epoch,
                        openOrders(),
                        split,
                        caughtUpFrom - startedAt,
                        now - caughtUpFrom);
        ownership.ready(claim, fromOffset);
    }

    @Override
    public void lost() {
        lost.run();
    }

    /** Runs on the agent's thread what is for an owner that still has the shard. */
    private void post(Runnable completion) {
        ports.agent()
                .post(
                        () -> {
                            if (claim.isValid()) {
                                completion.run();
                            }
                        });
    }

    // Hand-over and views

    /** Takes no more inputs; done when all that was begun has ended, or at the deadline. */
    void beginRelease(CompletableFuture<Void> done, long deadline) {
        owner.end();
        released = done;
        releaseBy = deadline;
        release(ports.clock().getAsLong());
    }

    /** Ends the hand-over when it can end. */
    void release(long now) {
        if (released == null || released.isDone()) {
            return;
        }
        if (isIdle()) {
            owner.flushMarks(now);
        }
        boolean idle = isIdle();
        if (idle || now >= releaseBy) {
            if (idle) {
                recordMarks();
            }
            log.info("Shard {}: handed over{}", claim.shard(), idle ? "" : " with work under way");
            released.complete(null);
        }
    }

    private boolean isIdle() {
        return owner.isIdle() && pipeline.isIdle();
    }

    /**
     * Records, as a hint for the next owner, how far tables and events are, if that changed, and
     * has a snapshot made when it is time for one.
     */
    void recordMarks() {
        ShardMarks marks = pipeline.marks();
        if (!marks.equals(recordedMarks)) {
            recordedMarks = marks;
            ports.projector().recordMarks(claim.shard(), marks);
        }
        ports.snapshots().consider(claim.term(), claim.shard(), done(marks), claim::isValid);
    }

    private static long done(ShardMarks marks) {
        return Math.min(marks.projected(), marks.published());
    }

    /** Has a snapshot made for the next owner, while this one goes on; done when it was. */
    CompletableFuture<Void> prepareHandOver() {
        long done = done(pipeline.marks());
        return ports.snapshots().ahead(claim.term(), claim.shard(), done, claim::isValid);
    }

    /** Whether it is being handed over. */
    boolean isReleasing() {
        return released != null;
    }

    /** How many decisions wait for their append to begin. */
    int backlog() {
        return owner.backlog();
    }

    int openOrders() {
        return owner.engine().openOrders();
    }

    /** What it waits for, for people; null when for nothing. */
    @Nullable String waitsFor() {
        if (owner.isReady()) {
            return null;
        }
        String shard = "shard " + claim.shard() + ": ";
        return switch (owner.phase()) {
            case NEW, LOGGING_ON -> shard + "logging on at the exchanges";
            case CATCHING_UP -> shard + "catching up with ticks";
            case LIVE -> shard + "waiting for exchanges " + missing();
            case ENDING -> shard + "being handed over";
            case LOST -> shard + "another owner has it";
        };
    }

    private SortedSet<String> missing() {
        var codes = new TreeSet<String>();
        owner.missing().forEach(id -> codes.add(exchange(id).code()));
        return codes;
    }
}
