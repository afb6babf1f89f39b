package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fogg.core.engine.TestShard.STOCK;
import static org.fogg.core.engine.TestShard.TRADER;

import java.util.Random;
import java.util.UUID;
import org.fogg.core.Seeds;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.funding.SenderId;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferRequest;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** Whatever a caller passes: a refusal or a documented exception, and then nothing has changed. */
class BadInputTest {

    private static final int ROUNDS = 200;
    private static final int INPUTS = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    @Test
    void shouldChangeNothingWhenInputIsBad() {
        long seed = Seeds.seed("BadInputTest");
        for (int round = 0; round < Seeds.runs(ROUNDS); round++) {
            Random random = new Random(seed + round);
            GeneratedTrading trading = new GeneratedTrading(seed + round);
            for (int step = 0; step < 200; step++) {
                trading.step();
                trading.pair().compare("");
            }
            RecordedEvents events = trading.pair().events();
            for (int i = 0; i < INPUTS; i++) {
                check(trading.pair(), events, random, "seed " + (seed + round) + ", input " + i);
            }
        }
    }

    private static void check(EnginePair pair, RecordedEvents events, Random random, String where) {
        ShardEngine engine = pair.engine;
        long hash = engine.stateHash();
        long count = engine.decisionCount();
        events.all.clear();
        boolean thrown = false;
        try {
            input(engine, pair, random);
        } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
            thrown = true;
        }

        boolean decided =
                events.decisions().stream()
                        .anyMatch(decision -> !(decision instanceof Decision.CommandRefused));
        if (thrown) {
            assertThat(events.all).as(where).isEmpty();
            assertThat(engine.decisionCount()).as(where).isEqualTo(count);
        }
        if (!decided) {
            assertThat(engine.stateHash()).as(where).isEqualTo(hash);
        }
        for (UUID trader : pair.state.accounts.keySet()) {
            AccountSnapshot account = engine.account(trader);
            assertThat(account.reserved()).as(where).isBetween(0L, account.cash());
        }
    }

    private static void input(ShardEngine engine, EnginePair pair, Random random) {
        long now = odd(random);
        UUID trader = traderOrNot(pair, random);
        UUID order = orderOrNot(pair, random);
        switch (random.nextInt(15)) {
            case 0 -> engine.list((int) odd(random), (int) odd(random), odd(random));
            case 1 -> engine.beginEpoch(-Math.abs(random.nextInt()));
            case 2 -> engine.openAccount(1, idOrNull(random), trader, odd(random), now);
            case 3 -> engine.deposit(1, idOrNull(random), trader, odd(random), now);
            case 4, 5 -> engine.place(1, terms(pair, random), now);
            case 6 -> engine.cancel(1, trader, order, now);
            case 7 ->
                    engine.replace(
                            1,
                            new ReplaceTerms(
                                    trader,
                                    order,
                                    idOrNull(random),
                                    random.nextInt(9) == 0 ? null : "x",
                                    odd(random),
                                    odd(random),
                                    odd(random),
                                    one(TimeInForce.values(), random),
                                    odd(random)),
                            now);
            case 8 -> engine.onTick(random.nextInt(3), odd(random), odd(random), now, now);
            case 11 -> engine.transfer(1, transfer(pair, random), now);
            case 12 -> {
                SenderId sender = new SenderId(random.nextInt(9) == 0 ? null : "g", 1);
                TransferRequest request =
                        new TransferRequest(
                                odd(random), odd(random), transfer(pair, random), odd(random));
                if (random.nextBoolean()) {
                    engine.apply(1, sender, request, now);
                } else {
                    engine.bar(1, sender, request, now);
                }
            }
            case 13 -> {
                if (random.nextBoolean()) {
                    engine.cancelTransfer(1, trader, order, now);
                } else {
                    engine.onTransferAnswer(
                            random.nextInt(6), one(TransferOutcome.values(), random), now);
                }
            }
            case 9, 10 -> engine.onReport(report(pair, random), now);
            default -> engine.replay(new Decision.HaltChanged(null, true, now));
        }
    }

    private static OrderTerms terms(EnginePair pair, Random random) {
        return new OrderTerms(
                random.nextBoolean() ? new UUID(1, random.nextLong()) : orderOrNot(pair, random),
                traderOrNot(pair, random),
                random.nextInt(9) == 0 ? null : "c",
                random.nextInt(4),
                one(Side.values(), random),
                one(OrderType.values(), random),
                one(TimeInForce.values(), random),
                odd(random),
                odd(random),
                odd(random),
                odd(random));
    }

    private static TransferTerms transfer(EnginePair pair, Random random) {
        return new TransferTerms(
                random.nextBoolean() ? new UUID(1, random.nextLong()) : orderOrNot(pair, random),
                traderOrNot(pair, random),
                random.nextInt(9) == 0 ? null : random.nextInt(9) == 0 ? "" : "g",
                odd(random),
                random.nextBoolean() ? null : terms(pair, random));
    }

    private static ExecutionReport report(EnginePair pair, Random random) {
        OrderTerms terms = terms(pair, random);
        int attempt = random.nextInt(100);
        if (!pair.outstanding.isEmpty() && random.nextInt(4) > 0) {
            ExecutionRequest request =
                    pair.outstanding.get(random.nextInt(pair.outstanding.size()));
            terms = request.terms();
            attempt = request.attempt();
        }
        return new ExecutionReport(
                terms,
                random.nextInt(5) == 0 ? odd(random) : pair.epoch,
                attempt,
                one(Outcome.values(), random),
                1,
                odd(random),
                odd(random),
                odd(random),
                odd(random),
                random.nextInt(1_000));
    }

    private static long odd(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> Long.MIN_VALUE;
            case 3 -> Long.MAX_VALUE;
            case 4 -> 1L << random.nextInt(63);
            case 5 -> random.nextLong();
            case 6 -> 100L * random.nextInt(3_000);
            case 7 -> random.nextInt(20);
            default -> 1;
        };
    }

    private static UUID idOrNull(Random random) {
        return random.nextInt(9) == 0 ? null : new UUID(2, random.nextLong());
    }

    private static UUID traderOrNot(EnginePair pair, Random random) {
        UUID[] traders = pair.state.accounts.keySet().toArray(UUID[]::new);
        int dice = random.nextInt(traders.length + 2);
        return dice < traders.length ? traders[dice] : dice == traders.length ? NOBODY : null;
    }

    private static UUID orderOrNot(EnginePair pair, Random random) {
        UUID[] orders = pair.state.orders.keySet().toArray(UUID[]::new);
        return orders.length == 0 || random.nextInt(9) == 0
                ? idOrNull(random)
                : orders[random.nextInt(orders.length)];
    }

    private static <T> T one(T[] values, Random random) {
        int dice = random.nextInt(values.length * 9 + 1);
        return dice == values.length * 9 ? null : values[dice % values.length];
    }

    @Test
    void shouldThrowWhenNoEpochHasBegun() {
        ShardEngine engine = new ShardEngine(TestShard.LIMITS, new RecordedEvents());
        OrderTerms terms = new TestShard().limit(Side.BUY, 1, 1);

        assertTooEarly(() -> engine.openAccount(1, NOBODY, TRADER, 1, 1));
        assertTooEarly(() -> engine.deposit(1, NOBODY, TRADER, 1, 1));
        assertTooEarly(() -> engine.place(1, terms, 1));
        assertTooEarly(() -> engine.cancel(1, TRADER, NOBODY, 1));
        assertTooEarly(() -> engine.halt(1, null, true, 1));
        assertTooEarly(() -> engine.onTick(STOCK, 1, 1, 1, 1));
        assertTooEarly(() -> engine.onTime(1));
        assertTooEarly(
                () ->
                        engine.replace(
                                1,
                                new ReplaceTerms(TRADER, NOBODY, NOBODY, "x", 0, 0, 0, null, 0),
                                1));
        assertTooEarly(
                () ->
                        engine.onReport(
                                new ExecutionReport(terms, 1, 1, Outcome.VOIDED, 1, 0, 0, 0, 0, 0),
                                1));
        assertThatThrownBy(() -> engine.beginEpoch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epoch must be above 0, but is 0");
    }

    private static void assertTooEarly(Runnable input) {
        assertThatThrownBy(input::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No epoch has begun");
    }

    @Test
    void shouldThrowWhenReplayComesAfterTheFirstEpoch() {
        TestShard shard = new TestShard();

        assertThatThrownBy(() -> shard.engine.replay(new Decision.HaltChanged(null, true, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldThrowWhenListingIsOutOfRange() {
        ShardEngine engine = new TestShard().engine;

        assertThatThrownBy(() -> engine.list(0, 1, 1))
                .hasMessage("stockId must be above 0, but is 0");
        assertThatThrownBy(() -> engine.list(1, 0, 1))
                .hasMessage("exchangeId must be above 0, but is 0");
        assertThatThrownBy(() -> engine.list(1, 1, 0))
                .hasMessage("priceIncrement must be above 0, but is 0");
        assertThatThrownBy(() -> engine.list(1, 1, 1L << 47))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldIgnoreTicksThatAreLateOrDoubledOrImpossible() {
        TestShard shard = TestShard.trading(1_000, 100);
        shard.place(shard.limit(Side.BUY, 1, 90));

        shard.engine.onTick(STOCK, 1, 800_000, 1, 1);
        shard.engine.onTick(STOCK, 0, 800_000, 1, 1);
        shard.engine.onTick(77, 9, 800_000, 1, 1);
        shard.engine.onTick(STOCK, 9, 0, 1, 1);
        shard.engine.onTick(STOCK, 9, -1, 1, 1);
        shard.engine.onTick(STOCK, 9, 1L << 47, 1, 1);
        assertThat(shard.events.requests()).isEmpty();
        shard.engine.onTick(STOCK, 9, 1, 1, 1);

        assertThat(shard.events.requests()).hasSize(1);
    }

    @Test
    void shouldShowNothingWhenUnknown() {
        ShardEngine engine = new TestShard().engine;

        assertThat(engine.account(NOBODY)).isNull();
        assertThat(engine.holding(NOBODY, STOCK)).isNull();
        assertThat(engine.order(NOBODY)).isNull();
    }
}
