package org.fogg.trader.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fogg.contracts.Ids;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.trader.bench.client.HttpCall;
import org.fogg.trader.bench.measure.Crossing;
import org.fogg.trader.bench.measure.Latencies;
import org.fogg.trader.bench.measure.Latency;
import org.fogg.trader.bench.measure.OperationStats.Stat;
import org.fogg.trader.bench.measure.OrderCounts;
import org.fogg.trader.bench.measure.OrderNews;
import org.fogg.trader.bench.mix.Operation;
import org.fogg.trader.bench.mix.OrderForm;
import org.fogg.trader.bench.mix.PlannedOp;
import org.fogg.trader.bench.mix.Trader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class GeneratorTest {

    @TempDir private Path folder;
    private GeneratorFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new GeneratorFixture(folder);
    }

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    private PlannedOp buy(long at) {
        Trader trader = fixture.trader();
        return PlannedOp.order(at, trader, () -> OrderForm.market(fixture.stock, true, 10), null);
    }

    private Stat stat(Operation operation) {
        return fixture.generator.stats().stat(operation);
    }

    @Test
    void shouldCountAStallAgainstEveryRequestPlannedInIt() {
        long start = fixture.time.now();
        for (int i = 0; i < 10; i++) {
            fixture.generator.plan(buy(start + i * 10 * FakeTime.MILLI), true);
        }

        // The broker answers nothing for 100 ms, then all at once.
        fixture.runMillis(100);
        assertThat(fixture.broker.waiting()).isEqualTo(10);
        while (fixture.broker.waiting() > 0) {
            fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100"));
        }
        fixture.loop.doWork();
        stat(Operation.MARKET).latencies().endWindow(0, 1);

        Latency latency = Latency.of(stat(Operation.MARKET).latencies().total());
        assertThat(latency).isNotNull();
        assertThat(latency.max()).isBetween(99_900L, 100_100L);
        assertThat(latency.p50()).isBetween(49_900L, 50_100L);
    }

    @Test
    void shouldHoldRequestAndAnswerForHalfTheWayEachWhenTheTraderIsFar() {
        fixture.close();
        fixture = new GeneratorFixture(folder.resolve("far"), 20 * FakeTime.MILLI);
        fixture.generator.plan(buy(fixture.time.now()), true);
        fixture.loop.doWork();

        fixture.runMillis(9);
        assertThat(fixture.broker.waiting()).isZero();
        fixture.runMillis(1);
        assertThat(fixture.broker.waiting()).isEqualTo(1);
        fixture.time.advanceMillis(5);
        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100"));
        fixture.runMillis(9);
        assertThat(stat(Operation.MARKET).ok()).isZero();
        fixture.runMillis(1);

        assertThat(stat(Operation.MARKET).ok()).isEqualTo(1);
        stat(Operation.MARKET).latencies().endWindow(0, 1);
        stat(Operation.MARKET).withoutDistance().endWindow(0, 1);
        assertThat(millis(stat(Operation.MARKET).latencies())).isEqualTo(25);
        // Twenty to the broker and back, four more between it and the exchange.
        assertThat(millis(stat(Operation.MARKET).withoutDistance())).isEqualTo(1);
    }

    private static long millis(Latencies latencies) {
        return Math.round(latencies.total().getMaxValue() / (double) FakeTime.MILLI);
    }

    @Test
    void shouldAskUntilTheOtherGeoregionHasAnsweredAndCountTheOrderAbroad() throws IOException {
        Trader trader = fixture.trader();
        OrderForm form = OrderForm.market(fixture.foreign, true, 10);
        fixture.generator.plan(PlannedOp.order(fixture.time.now(), trader, () -> form, null), true);
        fixture.loop.doWork();

        fixture.broker.answer(200, GeneratorFixture.order("pending_new", 0, null));
        fixture.runMillis(101);
        assertThat(fixture.accepted).isEmpty();
        assertThat(fixture.generator.inFlight()).isEqualTo(1);
        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100"));
        fixture.loop.doWork();

        assertThat(fixture.generator.inFlight()).isZero();
        assertThat(fixture.accepted).hasSize(1);
        assertThat(stat(Operation.MARKET).sent()).isZero();
        Map<Crossing, Stat> crossings = fixture.generator.stats().crossings(Operation.MARKET);
        Crossing way = new Crossing("europe", "north-america");
        assertThat(crossings).containsOnlyKeys(way);
        assertThat(crossings.get(way).ok()).isEqualTo(1);
        assertThat(fixture.records().stream().skip(1).map(r -> r.get("status").asString()))
                .containsExactly("pending_new", "filled");
    }

    @Test
    void shouldCountAFailureWhenTheOtherGeoregionIsNotReachedToTheEnd() {
        Trader trader = fixture.trader();
        OrderForm form = OrderForm.market(fixture.foreign, true, 10);
        fixture.generator.plan(PlannedOp.order(fixture.time.now(), trader, () -> form, null), true);
        for (int i = 0; i < 40; i++) {
            fixture.runMillis(1_000);
            while (fixture.broker.waiting() > 0) {
                fixture.broker.answer(503, "{\"message\":\"no owner\"}");
            }
        }
        fixture.loop.doWork();

        assertThat(fixture.generator.inFlight()).isZero();
        assertThat(fixture.generator.problems().most(1).get(0).what())
                .isEqualTo("market: 503 no owner");
    }

    @Test
    void shouldMeasureFromThePlannedTimeWhenTheGeneratorItselfIsLate() {
        fixture.generator.plan(buy(fixture.time.now()), true);

        fixture.time.advanceMillis(50);
        fixture.loop.doWork();
        fixture.time.advanceMillis(1);
        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100"));
        fixture.loop.doWork();
        stat(Operation.MARKET).latencies().endWindow(0, 1);

        Latency latency = Latency.of(stat(Operation.MARKET).latencies().total());
        assertThat(latency).isNotNull();
        assertThat(latency.p50()).isBetween(50_900L, 51_100L);
        assertThat(fixture.generator.health().report().late()).isEqualTo(1);
        assertThat(fixture.generator.health().report().isBehind()).isTrue();
    }

    @Test
    void shouldRepeatUnderTheSameIdWhenTheOutcomeIsUnknown() throws IOException {
        fixture.generator.plan(buy(fixture.time.now()), true);
        fixture.loop.doWork();
        String first = new String(fixture.broker.seen().get(1).body());
        fixture.broker.loseAnswer();
        fixture.runMillis(150);
        fixture.broker.answer(503, "{\"message\":\"no owner\"}");
        fixture.runMillis(250);
        assertThat(fixture.accepted).isEmpty();

        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100"));
        fixture.loop.doWork();

        // What counts is the last sending, 200 ms after the second answer; it may have been traded
        // before.
        assertThat(fixture.accepted)
                .containsExactly(
                        new GeneratorFixture.Accepted(
                                "europe",
                                GeneratorFixture.TRADER,
                                false,
                                fixture.time.now() - 49 * FakeTime.MILLI));

        List<HttpCall> calls = fixture.broker.seen().subList(1, 4);
        assertThat(calls).allSatisfy(call -> assertThat(new String(call.body())).isEqualTo(first));
        assertThat(calls).extracting(call -> call.base().getPort()).containsExactly(1, 2, 1);
        assertThat(stat(Operation.MARKET).sent()).isEqualTo(1);
        assertThat(stat(Operation.MARKET).ok()).isEqualTo(1);
        assertThat(stat(Operation.MARKET).failed()).isZero();
        assertThat(fixture.records().stream().skip(1).map(r -> r.get("http").asInt()))
                .containsExactly(0, 503, 200);
    }

    @Test
    void shouldGiveUpAndCountAFailureWhenPatienceEnds() {
        fixture.generator.plan(buy(fixture.time.now()), true);
        for (int i = 0; i < 40; i++) {
            fixture.runMillis(1_000);
            while (fixture.broker.waiting() > 0) {
                fixture.broker.loseAnswer();
            }
        }
        fixture.loop.doWork();

        assertThat(stat(Operation.MARKET).failed()).isEqualTo(1);
        assertThat(fixture.generator.inFlight()).isZero();
        assertThat(fixture.generator.problems().most(1).get(0).what())
                .isEqualTo("market: no answer time-out");
    }

    @Test
    void shouldNotRepeatALookWhenItFails() {
        Trader trader = fixture.trader();
        long at = fixture.time.now();
        fixture.generator.plan(PlannedOp.of(Operation.POSITIONS, at, trader, null), true);
        fixture.loop.doWork();
        fixture.broker.answer(503, "{}");
        fixture.runMillis(5_000);

        assertThat(fixture.broker.waiting()).isZero();
        assertThat(stat(Operation.POSITIONS).failed()).isEqualTo(1);
    }

    @Test
    void shouldCountARefusalAndNotRepeatIt() throws IOException {
        fixture.generator.plan(buy(fixture.time.now()), true);
        fixture.loop.doWork();
        fixture.broker.answer(403, "{\"code\":40310000,\"message\":\"insufficient buying power\"}");
        fixture.runMillis(1_000);

        assertThat(stat(Operation.MARKET).rejected()).isEqualTo(1);
        assertThat(fixture.broker.waiting()).isZero();
        OrderCounts counts = fixture.generator.tally().counts().get(Operation.MARKET);
        assertThat(counts.rejected()).isEqualTo(1);
        assertThat(counts.placed()).isZero();
        assertThat(fixture.trader().openCount()).isZero();
        JsonNode record = fixture.records().get(1);
        assertThat(record.get("code").asInt()).isEqualTo(40310000);
    }

    @Test
    void shouldRecordWhatWasAskedAndAnswered() throws IOException {
        fixture.generator.plan(buy(fixture.time.now()), true);
        fixture.loop.doWork();
        fixture.time.advanceMillis(3);
        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100.05"));
        fixture.loop.doWork();

        List<JsonNode> records = fixture.records();
        assertThat(records.get(0).get("op").asString()).isEqualTo("open");
        assertThat(records.get(0).get("amount").asString()).isEqualTo("100000");
        JsonNode record = records.get(1);
        assertThat(record.get("run").asString()).isEqualTo("run");
        assertThat(record.get("op").asString()).isEqualTo("place");
        assertThat(record.get("trader").asString()).isEqualTo(GeneratorFixture.TRADER.toString());
        assertThat(record.get("client_order_id").asString()).isEqualTo("run-m0");
        assertThat(record.get("symbol").asString()).isEqualTo("VOD.L");
        assertThat(record.get("side").asString()).isEqualTo("buy");
        assertThat(record.get("type").asString()).isEqualTo("market");
        assertThat(record.get("tif").asString()).isEqualTo("day");
        assertThat(record.get("qty").asString()).isEqualTo("10");
        assertThat(record.has("limit_price")).isFalse();
        assertThat(record.get("answer_ns").asLong() - record.get("sent_ns").asLong())
                .isEqualTo(3 * FakeTime.MILLI);
        assertThat(record.get("http").asInt()).isEqualTo(200);
        assertThat(record.get("status").asString()).isEqualTo("filled");
        assertThat(record.get("filled_qty").asString()).isEqualTo("10");
        assertThat(record.has("code")).isFalse();
    }

    @Test
    void shouldLetTheTraderLearnWhenAnOrderTrades() {
        fixture.generator.plan(buy(fixture.time.now()), true);
        fixture.loop.doWork();
        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100.00"));
        fixture.loop.doWork();

        assertThat(fixture.trader().available(fixture.stock)).isEqualTo(10);
        assertThat(fixture.trader().spendable()).isEqualTo(1_000_000_000L - 10 * 1_000_000L);
    }

    @Test
    void shouldCountEventsOfCountedOrdersOnce() {
        Trader trader = fixture.trader();
        OrderNews fill = news(trader.id(), "run-m0", 5);

        fixture.generator.hear(List.of(fill, fill));
        fixture.generator.hear(List.of(news(trader.id(), "run-w1", 6)));
        fixture.loop.doWork();

        assertThat(fixture.generator.tally().trades()).isEqualTo(1);
    }

    private static OrderNews news(UUID trader, String clientOrderId, long sequence) {
        return new OrderNews(
                EventKind.FILL,
                0,
                3,
                sequence,
                2,
                Ids.orderId(trader, clientOrderId),
                trader,
                "SYM",
                Operation.LIMIT,
                10,
                10,
                1_000_000,
                77,
                1_000,
                2_000,
                clientOrderId);
    }

    @Test
    void shouldRecordWhatHasNoAnswerWhenItEnds() throws IOException {
        long at = fixture.time.now();
        fixture.generator.plan(buy(at), true);
        fixture.generator.plan(buy(at), true);
        fixture.loop.doWork();
        fixture.broker.answer(200, GeneratorFixture.order("filled", 10, "100"));
        fixture.loop.doWork();

        fixture.generator.abandon();
        fixture.generator.abandon();

        assertThat(fixture.records().stream().skip(1).map(r -> r.get("http").asInt()))
                .containsExactly(200, 0);
    }

    @Test
    void shouldSendNothingMoreThanMemoryAllows() {
        Trader trader = fixture.trader();
        long at = fixture.time.now();
        List<PlannedOp> ops = new ArrayList<>();
        for (int i = 0; i <= Patience.USUAL.mostUnderWay(); i++) {
            ops.add(PlannedOp.of(Operation.ACCOUNT, at, trader, null));
        }
        ops.forEach(op -> fixture.generator.plan(op, true));
        fixture.loop.doWork();

        assertThat(fixture.broker.waiting()).isEqualTo(Patience.USUAL.mostUnderWay());
        assertThat(fixture.generator.health().report().unsent()).isEqualTo(1);
        assertThat(stat(Operation.ACCOUNT).failed()).isEqualTo(1);
    }

    @Test
    void shouldCancelOnlyAnOrderThatHasWaitedForLong() {
        Trader trader = fixture.trader();
        long at = fixture.time.now();
        OrderForm form = new OrderForm(Operation.LIMIT, fixture.stock, true, 1, 990_000, 0);
        fixture.generator.plan(PlannedOp.order(at, trader, () -> form, null), true);
        fixture.generator.plan(PlannedOp.cancelOld(at + 1, trader), true);
        fixture.generator.plan(PlannedOp.cancelOld(at + 20_000 * FakeTime.MILLI, trader), true);
        fixture.loop.doWork();
        fixture.broker.answer(200, GeneratorFixture.order("new", 0, null));
        fixture.loop.doWork();
        fixture.time.advanceMillis(1);
        fixture.loop.doWork();
        assertThat(fixture.broker.waiting()).isZero();

        fixture.time.advanceMillis(20_000);
        fixture.loop.doWork();

        FakeBroker.Request cancel = fixture.broker.next();
        assertThat(cancel.call().method()).isEqualTo("DELETE");
        assertThat(cancel.call().path())
                .isEqualTo("/v2/orders/" + Ids.orderId(trader.id(), "run-m0"));
        fixture.broker.answer(cancel, 204, "");
        fixture.loop.doWork();
        assertThat(trader.openCount()).isZero();
        assertThat(stat(Operation.CANCEL).ok()).isEqualTo(1);
    }
}
