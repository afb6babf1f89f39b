package org.fogg.core.engine;

import java.util.UUID;
import org.fogg.core.funding.IncomingTransfers;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.jspecify.annotations.Nullable;

/** A hash of all that is journaled: a sum over accounts, holdings and orders, so in any order. */
final class StateHash {

    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private long hash;

    private StateHash(long kind) {
        hash = kind;
    }

    static long of(Shard shard) {
        long sum = new StateHash(1).add(shard.halted ? 1 : 0).hash;
        for (Account account : shard.accounts.values()) {
            sum += of(account);
            for (Holding holding : account.holdings.values()) {
                sum += of(account, holding);
            }
        }
        for (Order order : shard.orders.values()) {
            sum += of(order);
        }
        KnownOrderHash known = new KnownOrderHash();
        shard.closed.visit(known);
        sum += known.sum;
        for (UUID commandId : shard.deposits) {
            sum += new StateHash(5).add(commandId).hash;
        }
        for (Transfer transfer : shard.outgoing.all()) {
            sum += of(transfer);
        }
        Incoming incoming = new Incoming();
        shard.incoming.visit(incoming);
        return sum + incoming.sum;
    }

    private static final class KnownOrderHash implements KnownOrders.Visitor {

        private long sum;

        @Override
        public void order(UUID orderId, long content) {
            sum += new StateHash(9).add(orderId).add(content).hash;
        }
    }

    /** Of what {@link OrderContent} compares. */
    static long ofContent(OrderTerms terms) {
        return new StateHash(10).addContent(terms).hash;
    }

    private static final class Incoming implements IncomingTransfers.Visitor {

        private long sum;

        @Override
        public void sender(SenderId sender, long mark) {
            sum += new StateHash(7).add(sender.georegion()).add(sender.shard()).add(mark).hash;
        }

        @Override
        public void outcome(SenderId sender, long number, TransferOutcome outcome) {
            sum +=
                    new StateHash(8)
                            .add(sender.georegion())
                            .add(sender.shard())
                            .add(number)
                            .add(outcome.name())
                            .hash;
        }
    }

    private static long of(Transfer transfer) {
        TransferTerms terms = transfer.terms();
        StateHash hash =
                new StateHash(6)
                        .add(transfer.number())
                        .add(terms.id())
                        .add(terms.traderId())
                        .add(terms.destination())
                        .add(terms.amount())
                        .add(transfer.state().name())
                        .add(transfer.heldAt())
                        .add(transfer.updatedAt());
        return (terms.order() == null ? hash : hash.add(terms.order())).hash;
    }

    private static long of(Account account) {
        StateHash hash =
                new StateHash(2)
                        .add(account.traderId)
                        .add(account.openedBy)
                        .add(account.cash)
                        .add(account.reserved)
                        .add(account.openOrders.size())
                        .add(account.halted ? 1 : 0)
                        .add(account.createdAt);
        return (account.home == null ? hash : hash.add(account.home)).hash;
    }

    private static long of(Account account, Holding holding) {
        if (holding.isEmpty()) {
            return 0;
        }
        return new StateHash(3)
                .add(account.traderId)
                .add(holding.stockId)
                .add(holding.quantity)
                .add(holding.cost)
                .hash;
    }

    private static long of(Order order) {
        return new StateHash(4)
                .add(order.terms)
                .add(order.status.name())
                .add(order.reason.code())
                .add(order.version)
                .add(order.capPrice)
                .add(order.acceptedTick)
                .add(order.lastPrice)
                .add(order.filledQuantity)
                .add(order.filledValue)
                .add(order.createdAt)
                .add(order.updatedAt)
                .add(order.filledAt)
                .add(order.closedAt)
                .add(order.replaces)
                .add(order.replacedBy)
                .add(order.rested ? 1 : 0)
                .add(order.number)
                .add(order.priority)
                .add(order.executionsHash())
                .hash;
    }

    private StateHash add(OrderTerms terms) {
        return add(terms.orderId()).addContent(terms).add(terms.expiresAt());
    }

    private StateHash addContent(OrderTerms terms) {
        return add(terms.traderId())
                .add(terms.clientOrderId())
                .add(terms.stockId())
                .add(terms.side().name())
                .add(terms.type().name())
                .add(terms.timeInForce().name())
                .add(terms.quantity())
                .add(terms.limitPrice())
                .add(terms.stopPrice());
    }

    private StateHash add(@Nullable UUID id) {
        return id == null
                ? add(0)
                : add(id.getMostSignificantBits()).add(id.getLeastSignificantBits());
    }

    private StateHash add(String text) {
        return add(text.hashCode());
    }

    private StateHash add(long value) {
        long mixed = (hash ^ value) * MULTIPLIER;
        hash = mixed ^ (mixed >>> 29) ^ Long.rotateLeft(mixed, 17);
        return this;
    }
}
