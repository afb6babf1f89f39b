package org.fogg.trader.bench.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MixesTest {

    private final Stock[] stocks = {MixFixture.stock("A"), MixFixture.stock("B")};

    private TraderDeck deck(SplittableRandom random) {
        return new TraderDeck(MixFixture.traders(10, stocks), random);
    }

    private Mix thirds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new ThirdsMix(deck(random), random);
    }

    private Mix stockOnline(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new StockOnlineMix(deck(random), random);
    }

    private Mix weighted(long seed, Map<Operation, Integer> weights) {
        SplittableRandom random = new SplittableRandom(seed);
        return new WeightedMix(new Weights(weights), deck(random), random);
    }

    private static List<PlannedOp> ops(Mix mix, int orders) {
        List<PlannedOp> ops = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            mix.plan(i * MixFixture.SECOND, ops::add);
        }
        return ops;
    }

    private static Map<Operation, Integer> count(List<PlannedOp> ops) {
        Map<Operation, Integer> counts = new EnumMap<>(Operation.class);
        ops.forEach(
                op -> {
                    if (op.operation() != null) {
                        counts.merge(op.operation(), 1, Integer::sum);
                    }
                });
        return counts;
    }

    @Test
    void shouldOrderAStockAbroadInOneOfTenCasesWhereThereIsAny() {
        Stock away = MixFixture.stock("NY", "north-america");
        SplittableRandom random = new SplittableRandom(1);
        Trader trader = MixFixture.traderAbroad(stocks[0], away);

        List<PlannedOp> ops =
                ops(new ThirdsMix(new TraderDeck(List.of(trader), random), random), 2_000);

        long orders =
                ops.stream()
                        .filter(PlannedOp::isOrder)
                        .map(PlannedOp::choose)
                        .filter(form -> form != null && form.stock() == away)
                        .count();
        assertThat(orders).isBetween(140L, 260L);
        assertThat(count(ops)).containsEntry(Operation.SWEEP, 2_000);
    }

    @Test
    void shouldPlanTheSameForTheSameSeedOnly() {
        Map<Operation, Integer> weights = Map.of(Operation.LIMIT, 2, Operation.QUOTE, 7);

        assertThat(MixFixture.plan(thirds(3), 50)).isEqualTo(MixFixture.plan(thirds(3), 50));
        assertThat(MixFixture.plan(thirds(3), 50)).isNotEqualTo(MixFixture.plan(thirds(4), 50));
        assertThat(MixFixture.plan(stockOnline(3), 50))
                .isEqualTo(MixFixture.plan(stockOnline(3), 50))
                .isNotEqualTo(MixFixture.plan(stockOnline(4), 50));
        assertThat(MixFixture.plan(weighted(3, weights), 50))
                .isEqualTo(MixFixture.plan(weighted(3, weights), 50));
    }

    @Test
    void shouldLookAtHoldingsAndStatisticsBeforeEachOrderWhenInThirds() {
        List<PlannedOp> ops = new ArrayList<>();
        Mix mix = thirds(1);
        mix.plan(MixFixture.SECOND, ops::add);

        assertThat(ops)
                .extracting(PlannedOp::operation)
                .containsExactly(Operation.POSITIONS, Operation.STATISTICS, null, Operation.CANCEL);
        assertThat(ops.get(0).plannedAt())
                .isEqualTo(MixFixture.SECOND - mix.leadNanos())
                .isEqualTo(ops.get(1).plannedAt());
        assertThat(ops.get(2).plannedAt()).isEqualTo(MixFixture.SECOND);
        assertThat(ops).extracting(PlannedOp::trader).containsOnly(ops.get(0).trader());
    }

    @Test
    void shouldDealEveryTraderOnceBeforeAnyComesAgain() {
        List<PlannedOp> ops = ops(thirds(1), 20);

        Set<UUID> first = new HashSet<>();
        ops.subList(0, 40).forEach(op -> first.add(op.trader().id()));
        assertThat(first).hasSize(10);
    }

    @Test
    void shouldPlanFortyThreeOperationsForSixOrdersWhenStockOnline() {
        List<PlannedOp> ops = ops(stockOnline(1), 6);

        assertThat(ops).hasSize(43);
        assertThat(ops.stream().filter(PlannedOp::isOrder)).hasSize(6);
        assertThat(count(ops))
                .isEqualTo(
                        Map.of(
                                Operation.OPEN, 1,
                                Operation.DEPOSIT, 1,
                                Operation.QUOTE, 30,
                                Operation.POSITIONS, 5));
        assertThat(ops.get(0).operation()).isEqualTo(Operation.OPEN);
        assertThat(ops.get(42).operation()).isEqualTo(Operation.DEPOSIT);
        assertThat(ops).extracting(PlannedOp::plannedAt).isSorted();
    }

    @Test
    void shouldSellPartOfWhatWasBoughtOnceThatIsAnswered() {
        List<PlannedOp> orders =
                ops(stockOnline(2), 6).stream().filter(PlannedOp::isOrder).toList();
        List<OrderForm> sold = new ArrayList<>();
        long bought = 0;
        for (PlannedOp order : orders) {
            order.whenReady(
                    () -> {
                        OrderForm form = order.choose();
                        if (!form.isBuy()) {
                            sold.add(form);
                        }
                    });
        }
        assertThat(sold).isEmpty();
        for (PlannedOp order : orders) {
            OrderForm form = order.choose();
            if (form != null && form.isBuy()) {
                bought += form.quantity();
                order.finish(form.quantity());
            }
        }

        assertThat(sold).hasSize(3);
        assertThat(sold.stream().mapToLong(OrderForm::quantity).sum()).isBetween(3L, bought);
    }

    @Test
    void shouldPlanOthersInProportionToOrders() {
        List<PlannedOp> ops =
                ops(
                        weighted(
                                1,
                                Map.of(
                                        Operation.MARKET, 2,
                                        Operation.LIMIT, 2,
                                        Operation.QUOTE, 30,
                                        Operation.ACCOUNT, 1)),
                        400);

        Map<Operation, Integer> counts = count(ops);
        assertThat(ops.stream().filter(PlannedOp::isOrder)).hasSize(400);
        assertThat(counts).containsEntry(Operation.QUOTE, 3_000);
        assertThat(counts).containsEntry(Operation.ACCOUNT, 100);
        assertThat(counts).containsEntry(Operation.STATISTICS, 400);
        assertThat(ops)
                .filteredOn(op -> op.operation() == Operation.QUOTE)
                .allSatisfy(op -> assertThat(op.stock()).isNotNull());
    }
}
