package org.fogg.core.engine;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;

/** What a shard engine promises, written to be read: everything is searched, sorted and summed. */
final class NaiveShard {

    final NaiveState state;
    private final NaiveChecks checks;
    private final NaiveTrading trading;
    private final NaiveReports reports;
    private final NaiveChanges changes;

    NaiveShard(TradingLimits limits, EngineListener listener, int wholeClosed) {
        state = new NaiveState(wholeClosed);
        checks = new NaiveChecks(limits, state);
        trading = new NaiveTrading(state, listener);
        reports = new NaiveReports(trading);
        changes = new NaiveChanges(trading, checks);
    }

    void list(int stockId, long increment) {
        state.stocks.computeIfAbsent(stockId, id -> new NaiveState.NaiveStock()).increment =
                increment;
    }

    /** Another owner has taken over: only what is journaled is left. */
    void restart(long epoch) {
        state.orders.values().removeIf(order -> !order.journaled);
        for (NaiveOrder order : state.orders.values()) {
            order.underWay = null;
            order.expiryDue = false;
            order.notBefore = order.acceptedTick;
            if (order.keepsPriority) {
                long before = state.orders.get(order.replaces).notBefore;
                order.notBefore = Math.max(order.acceptedTick, before);
            }
        }
        state.stocks = new LinkedHashMap<>();
        trading.epoch = epoch;
        trading.attempts = 0;
    }

    void retryAtOnce(long now) {
        for (NaiveOrder order : state.open()) {
            NaiveState.NaiveStock stock = state.stocks.get(order.terms.stockId());
            boolean untouched = order.version == 1 && order.underWay == null;
            if (untouched
                    && stock.price != 0
                    && order.lastPrice != 0
                    && order.isMetBy(order.lastPrice)
                    && !trading.isHalted(order.terms.traderId())) {
                trading.trigger(order, 0, 0, now);
            }
        }
    }

    void openAccount(long token, UUID commandId, UUID traderId, long cash, long now) {
        NaiveState.NaiveAccount known = state.accounts.get(traderId);
        if (known != null && !known.openedBy.equals(commandId)) {
            refuse(token, traderId, Reason.ACCOUNT_EXISTS, now);
            return;
        }
        if (known == null) {
            trading.decide(new Decision.AccountOpened(commandId, traderId, cash, now));
        }
        trading.answer(token, CommandResult.DONE);
    }

    void deposit(long token, UUID commandId, UUID traderId, long amount, long now) {
        if (!state.deposits.contains(commandId)) {
            if (!state.accounts.containsKey(traderId)) {
                refuse(token, traderId, Reason.UNKNOWN_ACCOUNT, now);
                return;
            }
            if (amount <= 0) {
                refuse(token, traderId, Reason.INVALID_TERMS, now);
                return;
            }
            if (amount > Long.MAX_VALUE / 2 - state.accounts.get(traderId).cash) {
                refuse(token, traderId, Reason.OVERFLOW, now);
                return;
            }
            trading.decide(new Decision.CashDeposited(commandId, traderId, amount, now));
        }
        trading.answer(token, CommandResult.DONE);
    }

    void halt(long token, UUID traderId, boolean halted, long now) {
        if (traderId != null && !state.accounts.containsKey(traderId)) {
            refuse(token, traderId, Reason.UNKNOWN_ACCOUNT, now);
            return;
        }
        boolean before = traderId == null ? state.halted : state.accounts.get(traderId).halted;
        if (before != halted) {
            trading.decide(new Decision.HaltChanged(traderId, halted, now));
        }
        trading.answer(token, CommandResult.DONE);
    }

    private void refuse(long token, UUID traderId, Reason reason, long now) {
        trading.refuse(token, traderId, null, CommandResult.refused(reason), now);
    }

    void place(long token, OrderTerms terms, long now) {
        NaiveOrder known = state.orders.get(terms.orderId());
        if (known != null && !withoutEnd(known.terms).equals(withoutEnd(terms))) {
            CommandResult refusal = CommandResult.refused(Reason.CLIENT_ORDER_ID_REUSED);
            trading.refuse(token, terms, refusal, now);
        } else if (known != null && known.journaled) {
            trading.answerPlaced(token, terms.orderId());
        } else if (known != null) {
            waitPlaced(known, token);
        } else {
            CommandResult refusal = check(terms, now);
            if (refusal != null) {
                trading.refuse(token, terms, refusal, now);
            } else {
                accept(token, terms, now);
            }
        }
    }

    private CommandResult check(OrderTerms terms, long now) {
        NaiveState.NaiveStock stock = state.stocks.get(terms.stockId());
        if (!state.accounts.containsKey(terms.traderId())) {
            return CommandResult.refused(Reason.UNKNOWN_ACCOUNT);
        }
        if (stock == null) {
            return CommandResult.refused(Reason.UNKNOWN_STOCK);
        }
        CommandResult form = checks.form(terms, now);
        if (form != null) {
            return form;
        }
        if (trading.isHalted(terms.traderId())) {
            return CommandResult.refused(Reason.HALTED);
        }
        if (NaiveTrading.atOnceOnly(terms) && stock.price == 0) {
            return CommandResult.refused(Reason.NO_PRICE);
        }
        BigInteger cap = checks.cap(terms);
        CommandResult limits = checks.limits(terms, cap);
        if (limits != null) {
            return limits;
        }
        CommandResult crowding = checks.crowding(terms, now);
        return crowding != null ? crowding : checks.funds(terms, cap, BigInteger.ZERO);
    }

    private void accept(long token, OrderTerms terms, long now) {
        NaiveState.NaiveStock stock = state.stocks.get(terms.stockId());
        long cap = checks.cap(terms).longValueExact();
        boolean atOnce = NaiveTrading.atOnceOnly(terms);
        boolean met = terms.side() == Side.BUY ? stock.price <= cap : stock.price >= cap;
        if (atOnce && met) {
            NaiveOrder pending = new NaiveOrder();
            pending.terms = terms;
            pending.capPrice = cap;
            pending.lastPrice = stock.price;
            state.orders.put(terms.orderId(), pending);
            trading.send(pending, 0, 0);
            waitPlaced(pending, token);
            return;
        }
        trading.decide(new Decision.OrderAccepted(terms, cap, stock.sequence, stock.price, now));
        NaiveOrder order = state.orders.get(terms.orderId());
        if (atOnce) {
            trading.close(order, OrderStatus.CANCELED, Reason.NOT_FILLABLE_NOW, now);
        }
        trading.answerPlaced(token, terms.orderId());
        trading.atOnce(order, now);
    }

    private void waitPlaced(NaiveOrder order, long token) {
        UUID id = order.terms.orderId();
        order.underWay.waiting.add(
                new NaiveOrder.Waiting(token, true, now -> trading.answerPlaced(token, id)));
    }

    void cancel(long token, UUID traderId, UUID orderId, long now) {
        changes.cancel(token, traderId, orderId, now);
    }

    void replace(long token, ReplaceTerms change, long now) {
        changes.replace(token, change, now);
    }

    void onTick(int stockId, long sequence, long price, long publishedAt, long now) {
        NaiveState.NaiveStock stock = state.stocks.get(stockId);
        if (stock == null || sequence <= stock.sequence || price <= 0) {
            return;
        }
        stock.sequence = sequence;
        stock.price = price;
        stock.publishedAt = publishedAt;
        state.open().stream()
                .filter(o -> o.terms.stockId() == stockId && o.underWay == null)
                .filter(o -> !trading.isHalted(o.terms.traderId()))
                .filter(o -> o.isMetBy(price) && o.notBefore < sequence)
                .sorted(
                        Comparator.comparing((NaiveOrder o) -> !o.isFalling())
                                .thenComparing(
                                        o -> o.isFalling() ? -o.triggerPrice() : o.triggerPrice())
                                .thenComparing(o -> o.priority))
                .toList()
                .forEach(order -> trading.trigger(order, sequence, publishedAt, now));
    }

    void onTime(long now) {
        state.open().stream()
                .filter(o -> o.terms.expiresAt() != 0 && o.terms.expiresAt() <= now)
                .sorted(
                        Comparator.comparing((NaiveOrder o) -> o.terms.expiresAt())
                                .thenComparing(o -> o.number))
                .toList()
                .forEach(
                        order -> {
                            if (order.underWay == null) {
                                trading.close(order, OrderStatus.EXPIRED, Reason.EXPIRED, now);
                            } else {
                                order.expiryDue = true;
                            }
                        });
    }

    void onReport(ExecutionReport report, long now) {
        reports.onReport(report, now);
    }

    private static OrderTerms withoutEnd(OrderTerms t) {
        return new OrderTerms(
                t.orderId(),
                t.traderId(),
                t.clientOrderId(),
                t.stockId(),
                t.side(),
                t.type(),
                t.timeInForce(),
                t.quantity(),
                t.limitPrice(),
                t.stopPrice(),
                0);
    }
}
