package org.fogg.broker.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.CashDeposited;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.Decision.TransferApplied;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.funding.Transfer;
import org.fogg.core.ledger.Posting;
import org.fogg.core.ledger.Postings;
import org.fogg.core.order.OrderSnapshot;
import org.jspecify.annotations.Nullable;

/** The rows that one entry leaves behind: of each account, holding and order only the last. */
final class EntryRows {

    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

    private final Map<UUID, AccountRow> accounts = new LinkedHashMap<>();
    private final Map<HoldingKey, HoldingSnapshot> holdings = new LinkedHashMap<>();
    private final Map<UUID, OrderSnapshot> orders = new LinkedHashMap<>();
    private final Map<UUID, Transfer> transfers = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    EntryRows(DurableEntry entry) {
        List<Effect> effects = entry.effects();
        for (int n = 0; n < effects.size(); n++) {
            add(n, effects.get(n));
        }
    }

    private void add(int n, Effect effect) {
        AccountSnapshot account = effect.account();
        if (account != null) {
            accounts.put(account.traderId(), new AccountRow(account, effect.inTransit()));
        }
        Transfer transfer = effect.transfer();
        if (transfer != null) {
            transfers.put(transfer.terms().id(), transfer);
        }
        put(effect.order());
        put(effect.successor());
        if (effect.decision() instanceof OrderTraded trade) {
            HoldingSnapshot holding = effect.holding();
            if (holding != null) {
                holdings.put(new HoldingKey(holding.traderId(), holding.stockId()), holding);
            }
            OrderSnapshot order = effect.order();
            if (order != null) {
                trades.add(new Trade(n, trade, order));
            }
        }
        addLines(n, effect.decision());
    }

    private void put(@Nullable OrderSnapshot order) {
        if (order != null) {
            orders.put(order.terms().orderId(), order);
        }
    }

    private void addLines(int n, Decision decision) {
        List<Posting> postings = Postings.of(decision);
        for (int line = 0; line < postings.size(); line++) {
            if (decision instanceof OrderTraded d) {
                lines.add(line(d.traderId(), n, line, postings.get(line), "trade", d.orderId(), d));
            } else if (decision instanceof AccountOpened d) {
                lines.add(
                        line(
                                d.traderId(),
                                n,
                                line,
                                postings.get(line),
                                "deposit",
                                d.commandId(),
                                d));
            } else if (decision instanceof CashDeposited d) {
                lines.add(
                        line(
                                d.traderId(),
                                n,
                                line,
                                postings.get(line),
                                "deposit",
                                d.commandId(),
                                d));
            } else {
                lines.add(transferLine(n, line, postings.get(line), decision));
            }
        }
    }

    private static Line transferLine(int n, int line, Posting posting, Decision decision) {
        if (decision instanceof TransferHeld d) {
            UUID id = d.terms().id();
            return line(d.terms().traderId(), n, line, posting, "transfer", id, d);
        } else if (decision instanceof TransferApplied d) {
            return line(d.traderId(), n, line, posting, "transfer", d.id(), d);
        } else if (decision instanceof TransferEnded d) {
            return line(d.traderId(), n, line, posting, "transfer", d.id(), d);
        }
        throw new IllegalArgumentException("No rule for the postings of " + decision.getClass());
    }

    private static Line line(
            UUID trader,
            int n,
            int line,
            Posting posting,
            String kind,
            UUID reference,
            Decision decision) {
        String account =
                switch (posting.account()) {
                    case TRADER -> "trader";
                    case EXCHANGE -> "exchange:" + posting.exchangeId();
                    case DEPOSITS -> "deposits";
                    case TRANSIT -> "transit";
                    case ABROAD -> "abroad";
                };
        String asset = posting.isCash() ? "USD" : "stock:" + posting.stockId();
        return new Line(
                trader, n, line, account, asset, posting.amount(), kind, reference, decision.at());
    }

    /** The day of a time, counted from the Unix epoch, in UTC. */
    static int day(long at) {
        return Math.toIntExact(at / DAY_NS);
    }

    Collection<AccountRow> accounts() {
        return accounts.values();
    }

    Collection<HoldingSnapshot> holdings() {
        return holdings.values();
    }

    Collection<OrderSnapshot> orders() {
        return orders.values();
    }

    Collection<Transfer> transfers() {
        return transfers.values();
    }

    List<Trade> trades() {
        return trades;
    }

    List<Line> lines() {
        return lines;
    }

    /** An account, and its cash on the way to other georegions. */
    record AccountRow(AccountSnapshot account, long inTransit) {}

    private record HoldingKey(UUID traderId, int stockId) {}

    /**
     * A trade.
     *
     * @param n place of the decision in its entry
     * @param order the order right after it
     */
    record Trade(int n, OrderTraded trade, OrderSnapshot order) {}

    /** A line of the ledger. */
    record Line(
            UUID traderId,
            int n,
            int line,
            String account,
            String asset,
            long amount,
            String kind,
            UUID reference,
            long at) {}
}
