package org.fogg.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.CommandResult;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.ExecutionReport;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.engine.ShardEngine;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferState;
import org.fogg.core.ledger.Posting;
import org.fogg.core.ledger.Postings;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.owner.Answer;
import org.fogg.core.owner.EngineRelay;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.JournalFold;
import org.fogg.core.owner.Tick;
import org.fogg.core.snapshot.SnapshotChunk;

/** What the journal says, entry by entry, and whether it keeps the promises of docs/promises.md. */
final class Truth {

    private final Region region;
    private final VirtualTime time;
    private final ShardEngine engine = new ShardEngine(Region.LIMITS, new EngineRelay());
    private final JournalFold fold = new JournalFold(engine);
    private final Set<UUID> traders = new HashSet<>();
    private final Map<UUID, Integer> orders = new HashMap<>();
    private final Map<Execution, Decision.OrderTraded> trades = new HashMap<>();
    private final Map<Posting.AccountKind, Long> cash = new HashMap<>();
    private final List<UUID> held = new ArrayList<>();
    private final Map<Long, Boolean> received = new HashMap<>();
    private long inBoth;
    private final Set<UUID> rested = new HashSet<>();
    private boolean halted;
    private boolean news;
    private UUID owner;

    private record Execution(int exchangeId, long executionId) {}

    Truth(Region region, VirtualTime time) {
        this.region = region;
        this.time = time;
    }

    ShardEngine engine() {
        return engine;
    }

    /** Takes in the entries that are new. */
    void readOn() {
        for (JournalEntry entry : region.journal().from(fold.next())) {
            time.trace("entry", entry.sequence());
            news = true;
            if (entry.kind() == EntryKind.OWNER) {
                owner = entry.incarnation();
                assertThat(entry.epoch()).isEqualTo(entry.sequence() + 1);
            }
            assertThat(entry.incarnation()).as("promise 9: whose entry").isEqualTo(owner);
            fold.add(entry, this::check);
            checkAccounts();
        }
    }

    /** Whether there were entries since this was asked last. */
    boolean takeNews() {
        boolean had = news;
        news = false;
        return had;
    }

    private void check(Decision decision) {
        if (decision instanceof Decision.AccountOpened d) {
            traders.add(d.traderId());
        } else if (decision instanceof Decision.OrderRested d) {
            rested.add(d.orderId());
        } else if (decision instanceof Decision.HaltChanged) {
            halted = true;
        } else if (decision instanceof Decision.TransferHeld d) {
            held.add(d.terms().id());
        } else if (decision instanceof Decision.TransferApplied d) {
            assertThat(received.put(d.number(), true)).as("applied twice: %s", d).isNull();
        } else if (decision instanceof Decision.TransferBarred d) {
            assertThat(received.put(d.number(), false)).as("applied, then barred").isNull();
        } else if (decision instanceof Decision.OrderAccepted d) {
            int times = orders.merge(d.terms().orderId(), 1, Integer::sum);
            assertThat(times).as("promise 6: acceptances of %s", d).isEqualTo(1);
        } else if (decision instanceof Decision.OrderTraded d) {
            check(d);
        }
        for (Posting posting : Postings.of(decision)) {
            if (posting.isCash()) {
                cash.merge(posting.account(), posting.amount(), Long::sum);
            }
        }
    }

    private void check(Decision.OrderTraded trade) {
        Execution execution = new Execution(trade.exchangeId(), trade.executionId());
        assertThat(trades.put(execution, trade)).as("promise 1: recorded before").isNull();
        ExecutionReport report =
                region.market().exchange(trade.exchangeId()).executions().get(trade.executionId());
        assertThat(report).as("promise 3: the execution of %s", trade).isNotNull();
        assertThat(trade.orderId()).isEqualTo(report.terms().orderId());
        assertThat(trade.quantity()).isEqualTo(report.quantity());
        assertThat(trade.price()).isEqualTo(report.price());
        OrderSnapshot order = engine.order(trade.orderId());
        assertThat(order.filledQuantity())
                .as("promise 1: filled of %s", order)
                .isLessThanOrEqualTo(order.terms().quantity());
        long limit = order.terms().limitPrice();
        if (limit != 0) {
            boolean kept =
                    trade.side() == Side.BUY ? trade.price() <= limit : trade.price() >= limit;
            assertThat(kept).as("promise 4: the limit of %s in %s", order, trade).isTrue();
        }
        OrderType type = order.terms().type();
        if (type == OrderType.STOP || type == OrderType.STOP_LIMIT) {
            boolean touched = wasTouched(order, trade.tickSequence());
            assertThat(touched).as("promise 4: the stop of %s in %s", order, trade).isTrue();
        }
    }

    /** A stop that was touched, though nobody may have watched just then, has had its chance. */
    private void checkStop(UUID orderId) {
        OrderSnapshot order = engine.order(orderId);
        OrderType type = order.terms().type();
        boolean waits =
                order.status().isOpen()
                        && (type == OrderType.STOP || type == OrderType.STOP_LIMIT)
                        && !rested.contains(orderId);
        if (waits) {
            assertThat(wasTouched(order, region.market().ticks().size()))
                    .as("promise 2: the stop %s was touched", order)
                    .isFalse();
        }
    }

    private boolean wasTouched(OrderSnapshot order, long until) {
        if (order.lastPrice() != 0 && touches(order, order.lastPrice())) {
            return true;
        }
        List<Tick> ticks = region.market().ticks();
        for (Tick tick : ticks.subList((int) order.acceptedTick(), (int) until)) {
            if (tick.stockId() == order.terms().stockId() && touches(order, tick.price())) {
                return true;
            }
        }
        return order.replaces() != null && wasTouched(engine.order(order.replaces()), until);
    }

    private static boolean touches(OrderSnapshot order, long price) {
        long stop = order.terms().stopPrice();
        return order.terms().side() == Side.BUY ? price >= stop : price <= stop;
    }

    private void checkAccounts() {
        long all = 0;
        for (UUID trader : traders) {
            AccountSnapshot account = engine.account(trader);
            assertThat(account.reserved())
                    .as("promise 3: reserved of %s", account)
                    .isBetween(0L, account.cash());
            all += account.cash();
            for (SimulatedExchange exchange : region.market().exchanges()) {
                HoldingSnapshot holding = engine.holding(trader, exchange.id());
                assertThat(holding == null || holding.quantity() >= 0)
                        .as("promise 3: %s", holding)
                        .isTrue();
            }
        }
        assertThat(all)
                .as("promise 3: a balance is the fold of the ledger")
                .isEqualTo(cash.getOrDefault(Posting.AccountKind.TRADER, 0L));
        assertThat(cash.values().stream().mapToLong(Long::longValue).sum()).isZero();
    }

    /** An answer leaves: what it says is in the journal. */
    void acknowledged(Answer<Command> answer) {
        CommandResult result = answer.result();
        OrderSnapshot order = result.order();
        if (result.reason() == Reason.NONE && order != null) {
            OrderSnapshot durable = engine.order(order.terms().orderId());
            assertThat(durable).as("promise 2: acknowledged %s", order).isNotNull();
            assertThat(durable.version()).isGreaterThanOrEqualTo(order.version());
            assertThat(durable.terms()).isEqualTo(order.terms());
        }
    }

    /** A transfer leaves: that it may is in the journal. */
    void left(TransferRequest request) {
        Transfer transfer = engine.transfer(request.terms().id());
        assertThat(transfer).as("sent but not journaled: %s", request).isNotNull();
        assertThat(transfer.state())
                .as("sent but not journaled as sent: %s", request)
                .isNotEqualTo(TransferState.HELD);
    }

    /** What the books of both georegions have, and what is on its way between them. */
    void compare(Truth other) {
        long onlyThere = 0;
        for (Transfer transfer : transfers()) {
            Transfer now = engine.transfer(transfer.terms().id());
            Boolean there = other.received.get(transfer.number());
            long amount = transfer.terms().amount();
            if (now.state() == TransferState.APPLIED) {
                assertThat(there).as("promise 3: applied nowhere: %s", now).isTrue();
            } else if (now.state() == TransferState.VOIDED) {
                assertThat(there).as("promise 3: voided and applied: %s", now).isNotEqualTo(true);
            } else if (there != null && there) {
                onlyThere += amount;
            }
        }
        long open =
                transfers().stream()
                        .map(transfer -> engine.transfer(transfer.terms().id()))
                        .filter(transfer -> transfer.state().isOpen())
                        .mapToLong(transfer -> transfer.terms().amount())
                        .sum();
        assertThat(cash.getOrDefault(Posting.AccountKind.TRANSIT, 0L)).isEqualTo(open);
        inBoth = onlyThere;
    }

    /** Promise 3 over all georegions: what one owes the other is only what both have. */
    static void checkSums(List<Region> regions) {
        long abroad = 0;
        for (Region region : regions) {
            region.truth().compare(region.other().truth());
            abroad +=
                    region.truth().cash.getOrDefault(Posting.AccountKind.ABROAD, 0L)
                            + region.truth().inBoth;
        }
        assertThat(abroad).as("promise 3: money lost or made between georegions").isZero();
    }

    private List<Transfer> transfers() {
        return held.stream().map(engine::transfer).toList();
    }

    /** An owner's state is what the journal says, once all it decided is there. */
    void compare(Instance instance) {
        boolean durable =
                instance.owner().backlog() == 0
                        && !instance.owner().isAppending()
                        && instance.owner().engine().decisionCount() == engine.decisionCount();
        if (!durable) {
            return;
        }
        assertThat(instance.owner().engine().stateHash())
                .as("promise 5: the owner's state")
                .isEqualTo(engine.stateHash());
        if (time.random().nextInt(10) == 0) {
            List<SnapshotChunk> chunks = new ArrayList<>();
            instance.owner().engine().snapshot(5, chunks::add);
            JournalEntry last = region.journal().last();
            region.journal().keep(new SimulatedJournal.Snapshot(chunks, last));
        }
    }

    /** Nothing is under way any more. */
    void atRest() {
        assertThat(cash.getOrDefault(Posting.AccountKind.TRANSIT, 0L))
                .as("promise 3: in transit")
                .isZero();
        Set<Execution> executed = new HashSet<>();
        for (SimulatedExchange exchange : region.market().exchanges()) {
            exchange.executions()
                    .keySet()
                    .forEach(id -> executed.add(new Execution(exchange.id(), id)));
        }
        assertThat(trades.keySet())
                .as("promise 3: trades and the exchanges' journals")
                .isEqualTo(executed);
        if (!halted) {
            orders.keySet().forEach(this::checkStop);
        }
        ShardEngine again = new ShardEngine(Region.LIMITS, new EngineRelay());
        JournalFold refold = new JournalFold(again);
        region.journal().from(0).forEach(entry -> refold.add(entry, decision -> {}));
        assertThat(again.stateHash()).as("promise 5").isEqualTo(engine.stateHash());
    }
}
