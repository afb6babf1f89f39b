package org.fogg.audit.fold;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Decision.AccountOpened;
import org.fogg.audit.journal.Decision.CashDeposited;
import org.fogg.audit.journal.Decision.CommandRefused;
import org.fogg.audit.journal.Decision.HaltChanged;
import org.fogg.audit.journal.Decision.OrderAccepted;
import org.fogg.audit.journal.Decision.OrderClosed;
import org.fogg.audit.journal.Decision.OrderReplaced;
import org.fogg.audit.journal.Decision.OrderRested;
import org.fogg.audit.journal.Decision.OrderTraded;
import org.fogg.audit.journal.Place;
import org.fogg.audit.report.Findings;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.OrderStatus;
import org.jspecify.annotations.Nullable;

/** What each decision does to the books, and whether it may. */
final class Decisions {

    private final Books books;
    private final Objections objections;
    private final OrderRules rules;
    private final AccountRules accounts;
    private final TransferRules transfers;
    private final Set<UUID> paymentCommands = new HashSet<>();

    Decisions(Books books, Findings findings) {
        this.books = books;
        this.objections = new Objections(books, findings);
        this.rules = new OrderRules(objections);
        this.accounts = new AccountRules(books, objections);
        this.transfers = new TransferRules(books, objections, accounts);
    }

    /**
     * Applies a decision.
     *
     * @param epoch the epoch of its entry
     * @throws ArithmeticException when an amount overflows
     */
    void apply(Place place, long epoch, Decision decision) {
        if (decision instanceof OrderTraded traded) {
            traded(place, epoch, traded);
        } else if (decision instanceof OrderAccepted accepted) {
            Account account = accounts.account(place, accepted.terms().traderId());
            accept(place, account, accepted, Ids.NONE);
        } else if (decision instanceof OrderClosed closed) {
            closed(place, closed);
        } else if (decision instanceof OrderReplaced replaced) {
            replaced(place, replaced);
        } else if (decision instanceof OrderRested rested) {
            rested(place, rested);
        } else if (decision instanceof AccountOpened opened) {
            opened(place, opened);
        } else if (decision instanceof CashDeposited deposited) {
            deposited(place, deposited);
        } else if (decision instanceof HaltChanged halt) {
            halted(place, halt);
        } else if (!transfers.apply(place, decision) && !(decision instanceof CommandRefused)) {
            throw new IllegalStateException("No rule for " + decision);
        }
    }

    private void opened(Place place, AccountOpened decision) {
        UUID traderId = decision.traderId();
        if (books.account(traderId) != null) {
            objections.trader(3, "account-repeated", place, traderId, "opens for a second time");
            return;
        }
        Account account = books.open(traderId, place.shard(), decision.at());
        int shard = Ids.shardOf(traderId, books.shards());
        if (shard != place.shard()) {
            objections.trader(3, "account-misplaced", place, traderId, "belongs to shard " + shard);
        }
        pay(place, account, decision.commandId(), decision.cash(), decision.at(), true);
    }

    private void deposited(Place place, CashDeposited decision) {
        Account account = accounts.account(place, decision.traderId());
        pay(place, account, decision.commandId(), decision.amount(), decision.at(), false);
    }

    private void pay(
            Place place, Account account, UUID command, long amount, long at, boolean opening) {
        if (amount < 0 || (amount == 0 && !opening)) {
            objections.account(3, "payment-not-positive", place, account, "is paid " + amount);
        }
        if (!paymentCommands.add(command)) {
            objections.account(
                    6,
                    "payment-repeated",
                    place,
                    account,
                    "is paid twice for the command " + command);
        }
        account.pay(amount);
        books.add(new Payment(place.sequence(), place.n(), at, account, command, amount, opening));
        accounts.changed(place, account, at);
    }

    private void accept(Place place, Account account, OrderAccepted decision, UUID replaces) {
        Terms terms = decision.terms();
        if (books.order(terms.orderId()) != null) {
            objections.order(
                    6, "order-repeated", place, terms.orderId(), "is accepted for a second time");
            return;
        }
        rules.accepted(place, decision);
        Order order =
                new Order(
                        account,
                        terms,
                        decision.capPrice(),
                        decision.acceptedTick(),
                        place.sequence(),
                        decision.at(),
                        replaces);
        books.add(order);
        order.changed(place.sequence(), decision.at());
        account.reserve(order.reservation());
        account.opened();
        accounts.changed(place, account, decision.at());
    }

    private void traded(Place place, long epoch, OrderTraded decision) {
        Order order = openOrder(place, decision.orderId(), decision.traderId(), "trades");
        if (order == null) {
            return;
        }
        long value = Math.multiplyExact(decision.price(), decision.quantity());
        rules.traded(place, epoch, order, decision);
        Account account = order.account();
        long before = order.reservation();
        boolean wasOpen = order.isOpen();
        order.fill(place.sequence(), decision.quantity(), value, decision.at());
        order.changed(place.sequence(), decision.at());
        account.reserve(order.reservation() - before);
        if (wasOpen && !order.isOpen()) {
            account.closed();
        }
        Holding holding = account.hold(order.terms().stockId());
        if (order.terms().isBuy()) {
            account.pay(-value);
            holding.buy(decision.quantity(), value);
        } else {
            account.pay(value);
            holding.sell(decision.quantity());
        }
        holding.changed(place.sequence(), decision.at());
        if (holding.quantity() < 0) {
            objections.account(
                    3,
                    "holding-negative",
                    place,
                    account,
                    "holds " + holding.quantity() + " of stock " + holding.stockId());
        }
        accounts.changed(place, account, decision.at());
        Trade trade =
                new Trade(
                        place.sequence(),
                        place.n(),
                        order,
                        decision,
                        value,
                        order.filledQuantity());
        Trade other = books.add(trade);
        if (other != null) {
            objections.execution(
                    place,
                    trade,
                    "was recorded before, at sequence "
                            + other.sequence()
                            + " of shard "
                            + other.account().shard());
        }
    }

    private void closed(Place place, OrderClosed decision) {
        Order order = openOrder(place, decision.orderId(), decision.traderId(), "closes");
        if (order == null) {
            return;
        }
        OrderStatus status = decision.status();
        if (status != OrderStatus.CANCELED
                && status != OrderStatus.EXPIRED
                && status != OrderStatus.REJECTED) {
            objections.order(
                    2, "order-closed-wrongly", place, decision.orderId(), "is closed as " + status);
        }
        long before = order.reservation();
        order.close(status, decision.reason(), decision.at());
        end(place, order, before, decision.at());
    }

    private void replaced(Place place, OrderReplaced decision) {
        Terms terms = decision.terms();
        Order order = openOrder(place, decision.orderId(), terms.traderId(), "is replaced");
        if (order == null) {
            return;
        }
        rules.replaced(place, order, terms);
        long before = order.reservation();
        order.replacedBy(terms.orderId(), decision.at());
        end(place, order, before, decision.at());
        OrderAccepted next =
                new OrderAccepted(
                        terms,
                        decision.clientOrderId(),
                        decision.capPrice(),
                        decision.acceptedTick(),
                        decision.lastPrice(),
                        decision.at());
        accept(place, order.account(), next, decision.orderId());
    }

    private void end(Place place, Order order, long reservedBefore, long at) {
        order.changed(place.sequence(), at);
        order.account().reserve(-reservedBefore);
        order.account().closed();
        accounts.changed(place, order.account(), at);
    }

    private void rested(Place place, OrderRested decision) {
        Order order = openOrder(place, decision.orderId(), decision.traderId(), "rests");
        if (order == null) {
            return;
        }
        rules.rested(place, order, decision);
        order.changed(place.sequence(), decision.at());
        accounts.changed(place, order.account(), decision.at());
    }

    private void halted(Place place, HaltChanged decision) {
        if (decision.traderId().equals(Ids.NONE)) {
            return;
        }
        Account account = accounts.account(place, decision.traderId());
        account.halt(decision.halted());
        accounts.changed(place, account, decision.at());
    }

    private @Nullable Order openOrder(Place place, UUID orderId, UUID traderId, String does) {
        Order order = books.order(orderId);
        if (order == null) {
            objections.order(2, "order-missing", place, orderId, does + " but was never accepted");
            return null;
        }
        if (!order.terms().traderId().equals(traderId)) {
            objections.order(
                    3,
                    "order-of-another",
                    place,
                    orderId,
                    does + " for trader " + traderId + ", not its own");
        }
        if (order.account().shard() != place.shard()) {
            objections.order(
                    3,
                    "order-misplaced",
                    place,
                    orderId,
                    does + " outside its shard " + order.account().shard());
        }
        if (!order.isOpen()) {
            objections.order(
                    1,
                    "order-not-open",
                    place,
                    orderId,
                    does + " when it is already " + order.status());
        }
        return order;
    }
}
