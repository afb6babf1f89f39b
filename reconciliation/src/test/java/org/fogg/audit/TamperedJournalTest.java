package org.fogg.audit;

import static org.fogg.audit.Audits.Tampering.of;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fogg.audit.Audits.Tampering;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Decision.AccountOpened;
import org.fogg.audit.journal.Decision.CashDeposited;
import org.fogg.audit.journal.Decision.OrderAccepted;
import org.fogg.audit.journal.Decision.OrderClosed;
import org.fogg.audit.journal.Decision.OrderReplaced;
import org.fogg.audit.journal.Decision.OrderRested;
import org.fogg.audit.journal.Decision.OrderTraded;
import org.fogg.audit.journal.Entry;
import org.fogg.audit.journal.JournalRow;
import org.fogg.audit.wire.Terms;
import org.fogg.audit.world.Journals;
import org.fogg.audit.world.Records;
import org.fogg.audit.world.World;
import org.fogg.audit.world.WorldBuilder;
import org.fogg.audit.world.Worlds;
import org.fogg.contracts.sbe.EntryKind;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderTradedDecoder;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.Side;
import org.fogg.contracts.sbe.TimeInForce;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the journal by hand is found, and named. */
class TamperedJournalTest {
    private static final UUID ORDER = Worlds.MARKET.orderId();
    private static final UUID STRANGER = new UUID(77, 77);

    @ParameterizedTest
    @MethodSource({"deleted", "doubled", "alteredTrades", "alteredOrders", "alteredAccounts"})
    void shouldNameItWhenADecisionIsTamperedWith(Tampering tampering) {
        tampering.isNamed();
    }

    @ParameterizedTest
    @MethodSource({"chains", "marks", "bytes"})
    void shouldNameItWhenAnEntryIsTamperedWith(Tampering tampering) {
        tampering.isNamed();
    }

    static Stream<Tampering> deleted() {
        Consumer<World> entry = w -> w.journal.remove(Journals.with(w, OrderTraded.class));
        Consumer<World> trade =
                w -> {
                    JournalRow row = Journals.with(w, OrderTraded.class);
                    Journals.change(w, row, OrderTraded.class, decision -> List.of());
                };
        return Stream.of(
                of("entry deleted", entry, "journal-gap", "shard=0, sequence=3"),
                of("entry deleted: table", entry, "trade-surplus", ORDER),
                of("entry deleted: exchange", entry, "trade-missing", ORDER),
                of("entry deleted: client", entry, "order-lost", ORDER),
                of("trade deleted", trade, "trade-missing", ORDER),
                of("trade deleted: table", trade, "trade-surplus", ORDER),
                of("trade deleted: client", trade, "order-told-wrongly", ORDER),
                of(
                        "last entry deleted",
                        w -> w.journal.remove(Journals.row(w, 0, 10)),
                        "trade-surplus",
                        Worlds.REPLACEMENT.orderId()),
                of(
                        "account deleted",
                        w -> w.journal.remove(Journals.with(w, AccountOpened.class)),
                        "account-missing",
                        Worlds.ANN),
                of(
                        "first entry deleted",
                        w -> w.journal.remove(Journals.row(w, 0, 0)),
                        "journal-without-owner",
                        "shard=0"),
                of("all deleted", w -> w.journal.clear(), "trade-surplus", ORDER));
    }

    static Stream<Tampering> doubled() {
        Consumer<World> trade =
                w -> {
                    JournalRow row = Journals.with(w, OrderTraded.class);
                    Journals.change(w, row, OrderTraded.class, d -> List.of(d, d));
                };
        return Stream.of(
                of("trade doubled", trade, "trade-doubled", ORDER),
                of("trade doubled: state", trade, "order-not-open", ORDER),
                of("trade doubled: quantity", trade, "trade-beyond-quantity", ORDER),
                of("trade doubled: table", trade, "trade-missing", ORDER),
                of(
                        "trade doubled in an entry of its own",
                        w -> Journals.append(w, 0, Journals.first(w, OrderTraded.class)),
                        "trade-doubled",
                        ORDER),
                of(
                        "trade doubled in another shard",
                        w -> Journals.append(w, 1, Journals.first(w, OrderTraded.class)),
                        "order-misplaced",
                        ORDER),
                of(
                        "row doubled in another segment",
                        w -> w.journal.add(Records.with(Journals.row(w, 0, 3), "segment", 1L)),
                        "journal-sequence-repeated",
                        "shard=0, sequence=3"),
                again(OrderAccepted.class, 0, "order-repeated", ORDER),
                again(AccountOpened.class, 0, "account-repeated", Worlds.ANN),
                again(AccountOpened.class, 1, "account-repeated", Worlds.ANN),
                again(CashDeposited.class, 0, "payment-repeated", Worlds.ANN),
                again(CashDeposited.class, 1, "account-misplaced", Worlds.ANN),
                again(OrderClosed.class, 0, "order-not-open", Worlds.STOP.orderId()),
                again(OrderReplaced.class, 0, "order-repeated", Worlds.REPLACEMENT.orderId()));
    }

    private static Tampering again(
            Class<? extends Decision> kind, int shard, String violation, UUID named) {
        return of(
                kind.getSimpleName() + " doubled in shard " + shard,
                w -> Journals.append(w, shard, Journals.first(w, kind)),
                violation,
                named);
    }

    static Stream<Tampering> alteredTrades() {
        return Stream.of(
                trade("quantity", 9L, "trade-altered"),
                trade("quantity", 11L, "trade-beyond-quantity"),
                trade("quantity", 0L, "trade-empty"),
                trade("quantity", Long.MAX_VALUE, "journal-overflow"),
                trade("price", 1_009_900L, "trade-altered"),
                trade("price", 1_030_100L, "trade-price-worse"),
                trade("price", -1L, "trade-empty"),
                trade("price", 20_000_000L, "account-negative"),
                trade("executionId", 7L, "execution-missing"),
                trade("executionId", 3L, "trade-doubled"),
                trade("exchangeId", 2, "execution-missing"),
                trade("epoch", 2L, "trade-attempt-wrong"),
                trade("attempt", 7, "trade-altered"),
                trade("attempt", 0, "trade-attempt-wrong"),
                trade("stockId", Worlds.SAP, "trade-of-another"),
                trade("side", Side.SELL, "trade-of-another"),
                trade("orderId", STRANGER, "order-missing"),
                trade("traderId", STRANGER, "order-of-another"),
                trade("tickSequence", 99L, "trade-altered"),
                trade("triggerTick", 5L, "trade-before-acceptance"),
                trade("triggerTick", 6L, "trade-altered"),
                trade("triggeredAt", 6L, "trade-altered"),
                trade("at", 6L, "trade-altered"));
    }

    static Stream<Tampering> alteredOrders() {
        return Stream.of(
                terms("quantity", 11L, "order-altered"),
                terms("quantity", 0L, "order-terms-wrong"),
                terms("limitPrice", 5L, "order-terms-wrong"),
                terms("stopPrice", 5L, "order-terms-wrong"),
                terms("side", Side.SELL, "holding-negative"),
                terms("type", OrderType.LIMIT, "order-terms-wrong"),
                terms("timeInForce", TimeInForce.DAY, "execution-terms-wrong"),
                terms("stockId", Worlds.SAP, "execution-terms-wrong"),
                terms("expiresAt", 1L, "order-altered"),
                accepted("capPrice", 1_000_000L, "trade-price-worse"),
                accepted("capPrice", 0L, "order-terms-wrong"),
                accepted("capPrice", 20_000_000L, "account-negative"),
                accepted("acceptedTick", -1L, "order-terms-wrong"),
                accepted("acceptedTick", 6L, "order-altered"),
                accepted("clientOrderId", "other", "order-id-wrong"),
                accepted("at", 1L, "order-altered"),
                of(
                        "limit order's cap altered",
                        w ->
                                Journals.change(
                                        w,
                                        Journals.row(w, 0, 3),
                                        OrderAccepted.class,
                                        d -> List.of(Records.with(d, "capPrice", 1_000_000L))),
                        "order-cap-wrong",
                        Worlds.LIMIT.orderId()),
                of(
                        "fok order filled in part",
                        w ->
                                Journals.change(
                                        w,
                                        Journals.row(w, 0, 3),
                                        OrderAccepted.class,
                                        d ->
                                                List.of(
                                                        Records.with(
                                                                d,
                                                                "terms",
                                                                Records.with(
                                                                        d.terms(),
                                                                        "timeInForce",
                                                                        TimeInForce.FOK)))),
                        "trade-in-part",
                        Worlds.LIMIT.orderId()),
                of(
                        "closing altered",
                        change(OrderClosed.class, "status", OrderStatus.EXPIRED),
                        "order-altered",
                        Worlds.STOP.orderId()),
                of(
                        "closing as filled",
                        change(OrderClosed.class, "status", OrderStatus.FILLED),
                        "order-closed-wrongly",
                        Worlds.STOP.orderId()),
                of(
                        "reason altered",
                        change(OrderClosed.class, "reason", 1),
                        "order-altered",
                        Worlds.STOP.orderId()),
                of(
                        "resting price altered",
                        change(OrderRested.class, "limitPrice", 1L),
                        "order-cap-wrong",
                        Worlds.RESTED.orderId()),
                of(
                        "resting of an unknown order",
                        change(OrderRested.class, "orderId", STRANGER),
                        "order-missing",
                        STRANGER),
                of(
                        "closing of an unknown order",
                        change(OrderClosed.class, "orderId", STRANGER),
                        "order-missing",
                        STRANGER),
                of(
                        "replacing of an unknown order",
                        change(OrderReplaced.class, "orderId", STRANGER),
                        "order-missing",
                        STRANGER),
                of(
                        "replaced by another stock",
                        change(
                                OrderReplaced.class,
                                "terms",
                                Records.with(Worlds.REPLACEMENT, "stockId", Worlds.SAP)),
                        "order-replaced-wrongly",
                        Worlds.REPLACEMENT.orderId()),
                of(
                        "order invented",
                        w -> Journals.append(w, 0, invented()),
                        "order-never-sent",
                        invented().terms().orderId()));
    }

    private static OrderAccepted invented() {
        Terms terms =
                WorldBuilder.terms(
                        Worlds.ANN, "new", Worlds.VOD, Side.SELL, OrderType.LIMIT, 1, 9, 0);
        return new OrderAccepted(terms, "new", 9, 9, 9, 9);
    }

    static Stream<Tampering> alteredAccounts() {
        return Stream.of(
                of(
                        "deposit altered",
                        change(CashDeposited.class, "amount", 5_000_001L),
                        "account-altered",
                        Worlds.ANN),
                of(
                        "deposit altered: client",
                        change(CashDeposited.class, "amount", 5_000_001L),
                        "payment-lost",
                        Worlds.ANN),
                of(
                        "deposit of nothing",
                        change(CashDeposited.class, "amount", 0L),
                        "payment-not-positive",
                        Worlds.ANN),
                of(
                        "deposit to a stranger",
                        change(CashDeposited.class, "traderId", STRANGER),
                        "account-missing",
                        STRANGER),
                of(
                        "deposit beyond all bounds",
                        change(CashDeposited.class, "amount", Long.MAX_VALUE),
                        "journal-overflow",
                        "shard=0"),
                of(
                        "opening altered",
                        change(AccountOpened.class, "cash", 1L),
                        "account-negative",
                        Worlds.ANN),
                of(
                        "opening below nothing",
                        change(AccountOpened.class, "cash", -1L),
                        "payment-not-positive",
                        Worlds.ANN),
                of(
                        "opening of another account",
                        change(AccountOpened.class, "traderId", Worlds.BOB),
                        "account-misplaced",
                        Worlds.BOB));
    }

    static Stream<Tampering> chains() {
        return Stream.of(
                row("segment", 1L, "journal-segment-wrong"),
                row("term", 0, "journal-term-wrong"),
                row("term", 2, "journal-entry-misplaced"),
                row("term", 2, "journal-term-start-wrong"),
                row("follows", 1L << 24, "journal-gap"),
                row("incarnation", STRANGER, "journal-entry-misplaced"),
                row("incarnation", STRANGER, "journal-writer-wrong"),
                entry("term", 2, "journal-entry-misplaced"),
                entry("shard", 1, "journal-entry-misplaced"),
                entry("sequence", 4L, "journal-entry-misplaced"),
                entry("incarnation", STRANGER, "journal-entry-misplaced"),
                entry("epoch", 2L, "journal-epoch-wrong"),
                entry("kind", EntryKind.MARKS, "journal-marks-decide"),
                entry("kind", EntryKind.OWNER, "journal-epoch-wrong"),
                of(
                        "first entry names no owner",
                        w ->
                                Journals.change(
                                        w,
                                        Journals.row(w, 0, 0),
                                        e -> Records.with(e, "kind", EntryKind.MARKS)),
                        "journal-without-owner",
                        "shard=0"),
                of(
                        "a shard too many",
                        w -> w.journal.add(Records.with(Journals.row(w, 0, 0), "shard", 2)),
                        "journal-shard-unknown",
                        "shard=2"));
    }

    static Stream<Tampering> marks() {
        return Stream.of(
                entry("commandOffset", 0L, "journal-mark-back"),
                entry("tickMarks", Map.of(0, 99L), "journal-mark-back"),
                entry("exchangeMarks", Map.of(1, 99L), "report-gap"),
                entry("exchangeMarks", Map.of(1, 99L), "journal-mark-back"),
                entry("commandsAbove", Set.of(99L), "journal-mark-back"),
                entry("reportsAbove", Set.of(new Entry.Report(1, 99)), "journal-mark-back"));
    }

    static Stream<Tampering> bytes() {
        return Stream.of(
                bytes("entry emptied", bytes -> new byte[0]),
                bytes("entry cut", bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                bytes("entry cut in its head", bytes -> Arrays.copyOf(bytes, 20)),
                bytes("entry longer", bytes -> Arrays.copyOf(bytes, bytes.length + 1)),
                bytes("another message", bytes -> changed(bytes, 2, 99)),
                bytes("another schema", bytes -> changed(bytes, 4, 99)),
                bytes("decision of another schema", bytes -> changed(bytes, second(bytes) + 4, 9)),
                bytes("no such decision", bytes -> changed(bytes, second(bytes) + 2, 99)),
                bytes("no such kind", bytes -> changed(bytes, 8 + 32, 99)));
    }

    /** Where the last decision's header begins. */
    private static int second(byte[] bytes) {
        return bytes.length - 8 - OrderTradedDecoder.BLOCK_LENGTH;
    }

    private static byte[] changed(byte[] bytes, int index, int value) {
        bytes[index] = (byte) value;
        return bytes;
    }

    private static Tampering bytes(String what, UnaryOperator<byte[]> change) {
        return of(
                what,
                w -> {
                    JournalRow row = Journals.row(w, 0, 2);
                    byte[] bytes = row.entry().array().clone();
                    w.journal.set(
                            w.journal.indexOf(row),
                            Records.with(row, "entry", ByteBuffer.wrap(change.apply(bytes))));
                },
                "journal-entry-malformed",
                "shard=0, sequence=2");
    }

    private static Tampering trade(String field, Object value, String kind) {
        return of(
                "trade's " + field + " altered to " + value,
                change(OrderTraded.class, field, value),
                kind);
    }

    private static Tampering accepted(String field, Object value, String kind) {
        return of(
                "order's " + field + " altered to " + value,
                change(OrderAccepted.class, field, value),
                kind);
    }

    private static Tampering terms(String field, Object value, String kind) {
        return accepted("terms", Records.with(Worlds.MARKET, field, value), kind);
    }

    private static Tampering row(String field, Object value, String kind) {
        return of(
                "row's " + field + " altered to " + value,
                w -> {
                    JournalRow row = Journals.row(w, 0, 2);
                    w.journal.set(w.journal.indexOf(row), Records.with(row, field, value));
                },
                kind,
                "shard=0");
    }

    private static Tampering entry(String field, Object value, String kind) {
        return of(
                "entry's " + field + " altered to " + value,
                w -> Journals.change(w, Journals.row(w, 0, 2), e -> Records.with(e, field, value)),
                kind);
    }

    private static <T extends Record & Decision> Consumer<World> change(
            Class<T> kind, String field, Object value) {
        return w -> Journals.change(w, kind, decision -> Records.with(decision, field, value));
    }
}
