package org.fogg.core.engine;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * Applies decisions to a shard: those just made and those read from a journal alike, so that both
 * lead to the same state. A decision that does not fit changes nothing.
 */
final class Fold {

    private static final Set<OrderStatus> ENDS =
            EnumSet.of(OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.REJECTED);

    private final Shard shard;
    private final TransferFold transfers;
    private final long duplicateWindow;

    Fold(Shard shard, long duplicateWindow) {
        this.shard = shard;
        this.duplicateWindow = duplicateWindow;
        transfers = new TransferFold(shard);
    }

    /**
     * Applies a decision.
     *
     * @throws IllegalStateException when it does not fit the state
     */
    void apply(Decision decision) {
        if (decision instanceof Decision.OrderAccepted accepted) {
            accept(accepted);
        } else if (decision instanceof Decision.OrderTraded traded) {
            trade(traded);
        } else if (decision instanceof Decision.OrderClosed closed) {
            close(closed);
        } else if (decision instanceof Decision.OrderRested rested) {
            rest(rested);
        } else if (decision instanceof Decision.OrderReplaced replaced) {
            replace(replaced);
        } else if (decision instanceof Decision.AccountOpened opened) {
            open(opened);
        } else if (decision instanceof Decision.CashDeposited deposited) {
            deposit(deposited);
        } else if (decision instanceof Decision.HaltChanged changed) {
            halt(changed);
        } else if (!applyTransfer(decision)) {
            shard.decisionCount++;
        }
    }

    private boolean applyTransfer(Decision decision) {
        if (decision instanceof Decision.TransferHeld d) {
            Account account = account(d.terms().traderId(), d);
            transfers.apply(d, account);
            count(account);
        } else if (decision instanceof Decision.TransferEnded d) {
            Account account = account(d.traderId(), d);
            transfers.apply(d, account);
            count(account);
        } else if (decision instanceof Decision.TransferApplied d) {
            Account account = account(d.traderId(), d);
            transfers.apply(d, account);
            count(account);
        } else if (decision instanceof Decision.TransferSent d) {
            transfers.apply(d);
            return false;
        } else if (decision instanceof Decision.TransferBarred d) {
            transfers.apply(d);
            return false;
        } else {
            return false;
        }
        return true;
    }

    private void open(Decision.AccountOpened opened) {
        UUID traderId = opened.traderId();
        require(!shard.accounts.containsKey(traderId) && opened.cash() >= 0, opened);
        Account account = new Account(traderId, opened.commandId(), opened.cash(), opened.at());
        shard.accounts.put(traderId, account);
        count(account);
    }

    private void deposit(Decision.CashDeposited deposited) {
        Account account = account(deposited.traderId(), deposited);
        long cash = account.cash + deposited.amount();
        require(deposited.amount() > 0 && cash > 0, deposited);
        require(shard.deposits.add(deposited.commandId()), deposited);
        account.cash = cash;
        count(account);
    }

    private void accept(Decision.OrderAccepted accepted) {
        OrderTerms terms = accepted.terms();
        Account account = account(terms.traderId(), accepted);
        require(!shard.knows(terms.orderId()), accepted);
        requireTerms(account, terms, accepted.capPrice(), 0, accepted);
        Stock stock = shard.stockFor(terms.stockId());
        Order order = new Order(accepted, account, stock, shard.decisionCount + 1);
        enter(order);
        shard.resting.update(order);
        if (duplicateWindow > 0) {
            account.recentOrders.add(terms, accepted.at(), duplicateWindow);
        }
    }

    private void replace(Decision.OrderReplaced replaced) {
        Order old = openOrder(replaced.orderId(), replaced);
        OrderTerms terms = replaced.terms();
        require(!shard.knows(terms.orderId()), replaced);
        require(terms.traderId().equals(old.terms.traderId()), replaced);
        requireTerms(old.account, terms, replaced.capPrice(), old.reserve(), replaced);
        Order by = new Order(replaced, old, shard.decisionCount + 1);
        end(old, OrderStatus.REPLACED, Reason.NONE, replaced.at());
        old.replacedBy = terms.orderId();
        enter(by);
        shard.resting.replace(old, by, replaced.keepsPriority());
    }

    private void enter(Order order) {
        shard.orders.put(order.terms.orderId(), order);
        order.account.openOrders.add(order);
        order.account.reserved += order.reserve();
        shard.openOrders++;
        shard.expiries.add(order);
        count(order.account);
    }

    private void trade(Decision.OrderTraded trade) {
        Order order = openOrder(trade.orderId(), trade);
        require(!order.hasExecution(trade.executionId()), trade);
        require(trade.traderId().equals(order.terms.traderId()), trade);
        require(trade.stockId() == order.terms.stockId(), trade);
        require(trade.side() == order.terms.side(), trade);
        require(trade.quantity() > 0 && trade.quantity() <= order.leavesQuantity(), trade);
        require(Checks.isPrice(trade.price()), trade);
        long value = Amounts.multiply(trade.price(), trade.quantity());
        require(value != Amounts.TOO_LARGE, trade);
        if (order.isBuy()) {
            buy(order, trade, value);
        } else {
            sell(order, trade, value);
        }
        order.filledQuantity += trade.quantity();
        order.filledValue += value;
        order.addExecution(trade.executionId(), trade.epoch(), trade.attempt());
        order.version++;
        order.updatedAt = trade.at();
        order.status = OrderStatus.PARTIALLY_FILLED;
        if (order.leavesQuantity() == 0) {
            order.status = OrderStatus.FILLED;
            order.filledAt = trade.at();
            leave(order, trade.at());
        }
        touched(order);
    }

    private static void buy(Order order, Decision.OrderTraded trade, long value) {
        require(trade.price() <= order.capPrice, trade);
        Account account = order.account;
        Holding holding = account.holding(order.terms.stockId());
        require(holding.quantity + trade.quantity() > 0 && holding.cost + value > 0, trade);
        account.cash -= value;
        account.reserved -= order.capPrice * trade.quantity();
        holding.quantity += trade.quantity();
        holding.cost += value;
    }

    private static void sell(Order order, Decision.OrderTraded trade, long value) {
        require(trade.price() >= order.capPrice, trade);
        Account account = order.account;
        Holding holding = account.holding(order.terms.stockId());
        require(holding.quantity >= trade.quantity() && account.cash + value > 0, trade);
        require(order.filledValue + value > 0, trade);
        account.cash += value;
        holding.cost -= Amounts.share(holding.cost, trade.quantity(), holding.quantity);
        holding.quantity -= trade.quantity();
    }

    private void close(Decision.OrderClosed closed) {
        Order order = openOrder(closed.orderId(), closed);
        require(ENDS.contains(closed.status()), closed);
        end(order, closed.status(), closed.reason(), closed.at());
        touched(order);
    }

    private void rest(Decision.OrderRested rested) {
        Order order = openOrder(rested.orderId(), rested);
        require(rested.limitPrice() == order.capPrice, rested);
        order.rested = true;
        order.priority = shard.decisionCount + 1;
        order.version++;
        order.updatedAt = rested.at();
        touched(order);
    }

    private void halt(Decision.HaltChanged changed) {
        if (changed.traderId() == null) {
            shard.halted = changed.halted();
            shard.haltDecision = ++shard.decisionCount;
            return;
        }
        Account account = account(changed.traderId(), changed);
        account.halted = changed.halted();
        account.openOrders.forEach(shard.resting::update);
        count(account);
    }

    private void end(Order order, OrderStatus status, Reason reason, long at) {
        order.account.reserved -= order.reserve();
        order.status = status;
        order.reason = reason;
        order.version++;
        order.updatedAt = at;
        leave(order, at);
    }

    private void leave(Order order, long at) {
        order.closedAt = at;
        order.account.openOrders.remove(order);
        shard.openOrders--;
        shard.close(order);
    }

    private void touched(Order order) {
        shard.resting.update(order);
        count(order.account);
    }

    private void count(Account account) {
        account.lastDecision = ++shard.decisionCount;
    }

    private static void requireTerms(
            Account account, OrderTerms terms, long capPrice, long freed, Decision decision) {
        require(Checks.isPrice(capPrice), decision);
        require(terms.quantity() > 0, decision);
        boolean hasLimit = Checks.needsLimit(terms.type());
        require(!hasLimit || terms.limitPrice() == capPrice, decision);
        boolean hasStop = Checks.needsStop(terms.type());
        require(!hasStop || Checks.isPrice(terms.stopPrice()), decision);
        long reserve = Amounts.multiply(capPrice, terms.quantity());
        require(reserve != Amounts.TOO_LARGE, decision);
        if (terms.side() == Side.BUY) {
            require(reserve <= account.cash - account.reserved + freed, decision);
        }
    }

    private Account account(UUID traderId, Decision decision) {
        return found(shard.accounts.get(traderId), decision);
    }

    private Order openOrder(UUID orderId, Decision decision) {
        Order order = found(shard.orders.get(orderId), decision);
        require(order.isOpen(), decision);
        return order;
    }

    static <T> T found(@Nullable T value, Decision decision) {
        if (value == null) {
            throw misfit(decision);
        }
        return value;
    }

    static void require(boolean fits, Decision decision) {
        if (!fits) {
            throw misfit(decision);
        }
    }

    private static IllegalStateException misfit(Decision decision) {
        return new IllegalStateException("Does not fit the shard's state: " + decision);
    }
}
