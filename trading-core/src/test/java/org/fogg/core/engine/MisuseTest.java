package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.LIMITS;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.fogg.core.trigger.TriggerBook;
import org.junit.jupiter.api.Test;

/** A caller's mistakes: the documented exception, and nothing has changed or been told. */
class MisuseTest {

    private static final UUID ID = new UUID(6, 6);
    private static final SenderId SENDER = new SenderId("europe", 1);
    private static final OrderTerms TERMS = terms(ID, TRADER, "a", Side.BUY, OrderType.LIMIT);

    private static OrderTerms terms(
            UUID id, UUID trader, String clientOrderId, Side side, OrderType type) {
        return terms(id, trader, clientOrderId, side, type, TimeInForce.GTC);
    }

    private static OrderTerms terms(
            UUID id, UUID trader, String clientId, Side side, OrderType type, TimeInForce time) {
        return new OrderTerms(
                id, trader, clientId, STOCK, side, type, time, 1, 90 * UNIT, 0, 1_000_000);
    }

    private static TransferTerms cash(UUID id, UUID trader, String destination) {
        return new TransferTerms(id, trader, destination, UNIT, null);
    }

    private static TransferRequest request(TransferTerms terms) {
        return new TransferRequest(1, 1, terms, 0);
    }

    private static ExecutionReport report(OrderTerms terms, Outcome outcome) {
        return new ExecutionReport(terms, 1, 1, outcome, 1, 1, 1, 90 * UNIT, 90 * UNIT, 1);
    }

    @Test
    void shouldTakeNoInputBeforeTheFirstEpoch() {
        Map<String, Consumer<ShardEngine>> inputs = new LinkedHashMap<>();
        inputs.put("openAccount", e -> e.openAccount(1, ID, TRADER, 1, 1));
        inputs.put("deposit", e -> e.deposit(1, ID, TRADER, 1, 1));
        inputs.put("place", e -> e.place(1, TERMS, 1));
        inputs.put("cancel", e -> e.cancel(1, TRADER, ID, 1));
        inputs.put(
                "replace",
                e -> e.replace(1, new ReplaceTerms(TRADER, ID, ID, "b", 1, 0, 0, null, 0), 1));
        inputs.put("halt", e -> e.halt(1, null, true, 1));
        inputs.put("transfer", e -> e.transfer(1, cash(ID, TRADER, "a"), 1));
        inputs.put("cancelTransfer", e -> e.cancelTransfer(1, TRADER, ID, 1));
        inputs.put("reach", e -> e.reach("a", false, 1));
        inputs.put("retryAtOnce", e -> e.retryAtOnce(1));
        inputs.put("resumeTransfers", e -> e.resumeTransfers(1));
        inputs.put("onTransferAnswer", e -> e.onTransferAnswer(1, TransferOutcome.UNKNOWN, 1));
        inputs.put("apply", e -> e.apply(1, SENDER, request(cash(ID, TRADER, "a")), 1));
        inputs.put("bar", e -> e.bar(1, SENDER, request(cash(ID, TRADER, "a")), 1));
        inputs.put("onTick", e -> e.onTick(STOCK, 1, 1, 1, 1));
        inputs.put("onOldTick", e -> e.onOldTick(STOCK, 1, 1, 1));
        inputs.put("onReport", e -> e.onReport(report(TERMS, Outcome.REFUSED), 1));
        inputs.put("onTime", e -> e.onTime(1));

        inputs.forEach(
                (name, input) -> {
                    RecordedEvents events = new RecordedEvents();
                    ShardEngine engine = new ShardEngine(LIMITS, events);
                    engine.list(STOCK, 1, 100);

                    assertThatThrownBy(() -> input.accept(engine))
                            .as(name)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("No epoch has begun");

                    assertThat(events.all).as(name).isEmpty();
                    assertThat(engine.decisionCount()).as(name).isZero();
                });
    }

    @Test
    void shouldThrowWhenSomethingIsMissing() {
        assertMissing("command", e -> e.openAccount(1, null, ID, 1, 1));
        assertMissing("trader", e -> e.openAccount(1, ID, null, 1, 1));
        assertMissing("command", e -> e.deposit(1, null, TRADER, 1, 1));
        assertMissing("trader", e -> e.deposit(1, ID, null, 1, 1));
        assertMissing("trader", e -> e.cancel(1, null, ID, 1));
        assertMissing("order", e -> e.cancel(1, TRADER, null, 1));
        assertMissing("georegion", e -> e.reach(null, true, 1));
        assertMissing("outcome", e -> e.onTransferAnswer(1, null, 1));
        assertMissing("outcome", e -> e.onReport(report(TERMS, null), 1));
        assertMissing("trader", e -> e.cancelTransfer(1, null, ID, 1));
        assertMissing("transfer", e -> e.cancelTransfer(1, TRADER, null, 1));
        for (TransferTerms incomplete :
                new TransferTerms[] {
                    cash(null, TRADER, "a"), cash(ID, null, "a"), cash(ID, TRADER, null)
                }) {
            assertMissing(incomplete.toString(), e -> e.transfer(1, incomplete, 1));
        }
        for (ReplaceTerms incomplete :
                new ReplaceTerms[] {
                    new ReplaceTerms(null, ID, ID, "b", 1, 0, 0, null, 0),
                    new ReplaceTerms(TRADER, null, ID, "b", 1, 0, 0, null, 0),
                    new ReplaceTerms(TRADER, ID, null, "b", 1, 0, 0, null, 0),
                    new ReplaceTerms(TRADER, ID, ID, null, 1, 0, 0, null, 0)
                }) {
            assertMissing(incomplete.toString(), e -> e.replace(1, incomplete, 1));
        }
    }

    @Test
    void shouldThrowWhenPartOfAnOrderIsMissing() {
        for (OrderTerms incomplete :
                new OrderTerms[] {
                    terms(null, TRADER, "a", Side.BUY, OrderType.LIMIT),
                    terms(ID, null, "a", Side.BUY, OrderType.LIMIT),
                    terms(ID, TRADER, null, Side.BUY, OrderType.LIMIT),
                    terms(ID, TRADER, "a", null, OrderType.LIMIT),
                    terms(ID, TRADER, "a", Side.BUY, null),
                    terms(ID, TRADER, "a", Side.BUY, OrderType.LIMIT, null)
                }) {
            String what = incomplete.toString();
            assertMissing(what, e -> e.place(1, incomplete, 1));
            assertMissing(what, e -> e.onReport(report(incomplete, Outcome.REFUSED), 1));
            TransferTerms transfer = new TransferTerms(ID, TRADER, "a", UNIT, incomplete);
            assertMissing(what, e -> e.transfer(1, transfer, 1));
            assertMissing(what, e -> e.apply(1, SENDER, request(transfer), 1));
            assertMissing(what, e -> e.bar(1, SENDER, request(transfer), 1));
        }
        SenderId nobody = new SenderId(null, 1);
        TransferRequest nothing = request(cash(null, TRADER, "a"));
        TransferRequest ofNobody = request(cash(ID, null, "a"));
        assertMissing("sender", e -> e.apply(1, nobody, request(cash(ID, TRADER, "a")), 1));
        assertMissing("sender", e -> e.bar(1, nobody, request(cash(ID, TRADER, "a")), 1));
        assertMissing("id", e -> e.apply(1, SENDER, nothing, 1));
        assertMissing("id", e -> e.bar(1, SENDER, nothing, 1));
        assertMissing("trader", e -> e.apply(1, SENDER, ofNobody, 1));
        assertMissing("trader", e -> e.bar(1, SENDER, ofNobody, 1));
    }

    private static void assertMissing(String what, Consumer<ShardEngine> input) {
        TestShard shard = TestShard.trading(1_000, 100);
        long hash = shard.engine.stateHash();

        assertThatThrownBy(() -> input.accept(shard.engine))
                .as(what)
                .isInstanceOf(NullPointerException.class);

        assertThat(shard.events.all).as(what).isEmpty();
        assertThat(shard.engine.stateHash()).as(what).isEqualTo(hash);
    }

    @Test
    void shouldListStocksOfAllIncrementsThatPricesHave() {
        ShardEngine engine = new TestShard().engine;

        engine.list(STOCK, 1, TriggerBook.MAX_PRICE);

        assertThatThrownBy(() -> engine.list(STOCK, 1, TriggerBook.MAX_PRICE + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("priceIncrement must be at most");
        assertThatThrownBy(() -> engine.list(STOCK, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
