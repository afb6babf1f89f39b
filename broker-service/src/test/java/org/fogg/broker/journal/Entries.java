package org.fogg.broker.journal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.CashDeposited;
import org.fogg.core.engine.Decision.CommandRefused;
import org.fogg.core.engine.Decision.HaltChanged;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderClosed;
import org.fogg.core.engine.Decision.OrderReplaced;
import org.fogg.core.engine.Decision.OrderRested;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.Decision.TransferApplied;
import org.fogg.core.engine.Decision.TransferBarred;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.engine.Decision.TransferSent;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.owner.EntryKind;
import org.fogg.core.owner.JournalEntry;
import org.fogg.core.owner.Marks;

/** Entries for tests, the same each time. */
final class Entries {

    static final UUID TRADER = new UUID(1, 2);
    static final UUID ORDER = new UUID(3, 4);
    static final UUID COMMAND = new UUID(5, 6);
    static final UUID WRITER = new UUID(7, 8);

    static final SenderId SENDER = new SenderId("europe", 3);

    static final OrderTerms TERMS =
            new OrderTerms(
                    ORDER,
                    TRADER,
                    "my-órder",
                    10_001,
                    Side.SELL,
                    OrderType.STOP_LIMIT,
                    TimeInForce.GTC,
                    70,
                    99_0000,
                    98_0000,
                    123);

    static final Marks MARKS =
            Marks.of(
                    40,
                    Set.of(42L, 43L),
                    Map.of(0, 7L, 3, 9L),
                    Map.of(1, 5L),
                    Map.of(1, Set.of(7L, 8L), 2, Set.of(3L)));

    /** One decision of each kind about transfers. */
    static final List<Decision> TRANSFERS =
            List.of(
                    new TransferHeld(7, new TransferTerms(ORDER, TRADER, "europe", 90, TERMS), 31),
                    new TransferHeld(8, new TransferTerms(COMMAND, TRADER, "asia", 91, null), 32),
                    new TransferSent(8, TRADER, 33),
                    new TransferEnded(7, ORDER, TRADER, 90, TransferOutcome.APPLIED, 34),
                    new TransferEnded(8, COMMAND, TRADER, 91, TransferOutcome.VOIDED, 35),
                    new TransferApplied(SENDER, 5, 4, COMMAND, TRADER, 92, 36),
                    new TransferBarred(SENDER, 6, 4, TRADER, 37));

    /** One decision of each kind. */
    static final List<Decision> DECISIONS =
            List.of(
                    new AccountOpened(COMMAND, TRADER, 100_0000, 11),
                    new CashDeposited(COMMAND, TRADER, 5_0000, 12),
                    new OrderAccepted(TERMS, 97_0000, 21, 96_0000, 13),
                    new CommandRefused(TRADER, ORDER, Reason.HALTED, 14),
                    new CommandRefused(TRADER, null, Reason.UNKNOWN_ACCOUNT, 14),
                    new OrderTraded(
                            ORDER, TRADER, 10_001, Side.SELL, 1, 77, 5, 2, 30, 97_5000, 22, 23, 24,
                            15),
                    new OrderClosed(ORDER, TRADER, OrderStatus.CANCELED, Reason.REQUESTED, 16),
                    new OrderReplaced(ORDER, TERMS, 97_0000, 25, 96_0000, true, 17),
                    new OrderRested(ORDER, TRADER, 97_0000, 18),
                    new HaltChanged(TRADER, true, 19),
                    new HaltChanged(null, false, 20));

    private Entries() {}

    static JournalEntry entry(long sequence, UUID writer) {
        return entry(sequence, writer, DECISIONS);
    }

    static JournalEntry entry(long sequence, UUID writer, List<Decision> decisions) {
        return new JournalEntry(
                1, 3, sequence, writer, EntryKind.DECISIONS, 1_000, 5, MARKS, decisions);
    }
}
