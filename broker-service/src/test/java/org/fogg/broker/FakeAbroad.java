package org.fogg.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.foreign.Unreachable;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;

/** The brokers of another georegion, which answer as a test says, and what is kept of them. */
final class FakeAbroad implements ForeignBrokers, PortfolioStore {

    private final FakeShards home;
    private final List<Command> asked = new ArrayList<>();
    private boolean reachable = true;
    private final Queue<CommandAnswer> next = new ArrayDeque<>();

    FakeAbroad(FakeShards home) {
        this.home = home;
    }

    synchronized void reset() {
        asked.clear();
        reachable = true;
        next.clear();
    }

    synchronized void setReachable(boolean reachable) {
        this.reachable = reachable;
    }

    synchronized void answerNext(Reason reason, OrderSnapshot order) {
        answerNext(new CommandAnswer(UUID.randomUUID(), reason, 0, 0, order, 1));
    }

    synchronized void answerNext(CommandAnswer answer) {
        next.add(answer);
    }

    synchronized List<Command> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized boolean isReachable(String georegion) {
        return reachable && georegion.equals(FakeForeign.GEOREGION);
    }

    @Override
    public synchronized CompletableFuture<CommandAnswer> ask(String georegion, Command command) {
        if (!isReachable(georegion)) {
            return CompletableFuture.failedFuture(Unreachable.of(georegion));
        }
        asked.add(command);
        return CompletableFuture.completedFuture(next.remove());
    }

    @Override
    public CompletionStage<Void> keep(OrderSnapshot order) {
        home.put(order);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> keepRefused(OrderTerms order, Reason reason, long at) {
        home.put(Orders.of(order, OrderStatus.REJECTED, reason));
        return CompletableFuture.completedFuture(null);
    }

    /** Orders for these tests. */
    static final class Orders {

        private Orders() {}

        static OrderSnapshot of(OrderTerms terms, OrderStatus status, Reason reason) {
            boolean open = status.isOpen();
            long filled = status == OrderStatus.FILLED ? terms.quantity() : 0;
            return new OrderSnapshot(
                    terms,
                    status,
                    reason,
                    1,
                    terms.limitPrice(),
                    7,
                    0,
                    filled,
                    filled * 600_000,
                    FakeMarket.AT,
                    FakeMarket.AT,
                    filled == 0 ? 0 : FakeMarket.AT,
                    open ? 0 : FakeMarket.AT,
                    null,
                    null);
        }
    }
}
