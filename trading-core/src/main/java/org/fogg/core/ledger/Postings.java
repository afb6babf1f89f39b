package org.fogg.core.ledger;

import java.util.List;
import org.fogg.core.engine.Decision;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.ledger.Posting.AccountKind;
import org.fogg.core.order.Side;

/** What each decision moves. The lines of one decision sum to zero in each asset. */
public final class Postings {

    private Postings() {}

    /** The lines of a decision, in a fixed order; none when it moves nothing. */
    public static List<Posting> of(Decision decision) {
        if (decision instanceof Decision.AccountOpened opened) {
            return paidIn(opened.cash());
        }
        if (decision instanceof Decision.CashDeposited deposited) {
            return paidIn(deposited.amount());
        }
        if (decision instanceof Decision.OrderTraded traded) {
            return traded(traded);
        }
        return transferred(decision);
    }

    private static List<Posting> transferred(Decision decision) {
        if (decision instanceof Decision.TransferHeld held) {
            return moved(AccountKind.TRADER, AccountKind.TRANSIT, held.terms().amount());
        }
        if (decision instanceof Decision.TransferEnded ended) {
            boolean applied = ended.outcome() == TransferOutcome.APPLIED;
            AccountKind to = applied ? AccountKind.ABROAD : AccountKind.TRADER;
            return moved(AccountKind.TRANSIT, to, ended.amount());
        }
        if (decision instanceof Decision.TransferApplied applied) {
            return moved(AccountKind.ABROAD, AccountKind.TRADER, applied.amount());
        }
        return List.of();
    }

    private static List<Posting> moved(AccountKind from, AccountKind to, long amount) {
        return amount == 0
                ? List.of()
                : List.of(new Posting(from, 0, 0, -amount), new Posting(to, 0, 0, amount));
    }

    private static List<Posting> paidIn(long amount) {
        if (amount == 0) {
            return List.of();
        }
        return List.of(
                new Posting(AccountKind.TRADER, 0, 0, amount),
                new Posting(AccountKind.DEPOSITS, 0, 0, -amount));
    }

    private static List<Posting> traded(Decision.OrderTraded trade) {
        long value = Math.multiplyExact(trade.price(), trade.quantity());
        long shares = trade.side() == Side.BUY ? trade.quantity() : -trade.quantity();
        long cash = trade.side() == Side.BUY ? -value : value;
        int exchange = trade.exchangeId();
        int stock = trade.stockId();
        return List.of(
                new Posting(AccountKind.TRADER, 0, 0, cash),
                new Posting(AccountKind.EXCHANGE, exchange, 0, -cash),
                new Posting(AccountKind.TRADER, 0, stock, shares),
                new Posting(AccountKind.EXCHANGE, exchange, stock, -shares));
    }
}
