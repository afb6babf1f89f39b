package org.fogg.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fogg.core.engine.TestShard.TRADER;
import static org.fogg.core.engine.TestShard.UNIT;

import java.util.UUID;
import org.fogg.core.engine.ExecutionReport.Outcome;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.junit.jupiter.api.Test;

class AdministrationTest {

    private static final UUID COMMAND = new UUID(6, 6);
    private static final UUID STRANGER = new UUID(9, 9);

    private final TestShard shard = TestShard.trading(1_000, 100);

    @Test
    void shouldOpenAccountOnce() {
        shard.engine.openAccount(7, COMMAND, STRANGER, 5, 10);
        assertThat(shard.engine.account(STRANGER))
                .isEqualTo(new AccountSnapshot(STRANGER, 5, 0, 0, false, 10));
        assertThat(shard.lastResult()).isEqualTo(CommandResult.DONE);

        shard.engine.openAccount(8, COMMAND, STRANGER, 5, 11);
        assertThat(shard.events.answers())
                .endsWith(new RecordedEvents.Answer(8, CommandResult.DONE));
        shard.engine.openAccount(9, new UUID(6, 7), STRANGER, 5, 12);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.ACCOUNT_EXISTS);

        assertThat(shard.events.decisions())
                .containsExactly(
                        new Decision.AccountOpened(COMMAND, STRANGER, 5, 10),
                        new Decision.CommandRefused(STRANGER, null, Reason.ACCOUNT_EXISTS, 12));
    }

    @Test
    void shouldRefuseAccountWhenCashIsOutOfRange() {
        shard.engine.openAccount(7, COMMAND, STRANGER, -1, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.INVALID_TERMS);
        shard.engine.openAccount(8, COMMAND, STRANGER, Long.MAX_VALUE, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.OVERFLOW);
        assertThat(shard.engine.account(STRANGER)).isNull();
        shard.engine.openAccount(9, COMMAND, STRANGER, 0, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
        UUID rich = new UUID(9, 8);
        shard.engine.openAccount(9, COMMAND, rich, Long.MAX_VALUE / 2 + 1, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.OVERFLOW);
        shard.engine.openAccount(9, COMMAND, rich, Long.MAX_VALUE / 2, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldDepositOnce() {
        shard.engine.deposit(7, COMMAND, TRADER, 5, 10);
        shard.engine.deposit(8, COMMAND, TRADER, 5, 11);

        assertThat(shard.lastResult()).isEqualTo(CommandResult.DONE);
        assertThat(shard.cash()).isEqualTo(1_000 * UNIT + 5);
        assertThat(shard.events.decisions()).hasSize(1);
    }

    @Test
    void shouldRefuseDepositWhenItIsOutOfRange() {
        shard.engine.deposit(7, COMMAND, STRANGER, 5, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ACCOUNT);
        shard.engine.deposit(7, COMMAND, TRADER, 0, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.INVALID_TERMS);
        shard.engine.deposit(7, COMMAND, TRADER, Long.MAX_VALUE / 2 - 1_000 * UNIT + 1, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.OVERFLOW);
        assertThat(shard.cash()).isEqualTo(1_000 * UNIT);
        shard.engine.deposit(7, COMMAND, TRADER, Long.MAX_VALUE / 2 - 1_000 * UNIT, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.NONE);
    }

    @Test
    void shouldNeitherPlaceNorTriggerWhenAccountIsHalted() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));

        shard.engine.halt(7, TRADER, true, 10);

        assertThat(shard.engine.account(TRADER).halted()).isTrue();
        shard.place(shard.limit(Side.BUY, 1, 90));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.HALTED);
        shard.tick(89);
        assertThat(shard.events.requests()).isEmpty();
        shard.engine.halt(8, TRADER, false, 10);
        assertThat(shard.events.requests()).isEmpty();
        shard.tick(89);
        assertThat(shard.lastRequest().terms().orderId()).isEqualTo(id);
    }

    @Test
    void shouldNeitherPlaceNorTriggerWhenShardIsHalted() {
        UUID id = shard.place(shard.limit(Side.BUY, 1, 90));

        shard.engine.halt(7, null, true, 10);

        assertThat(shard.events.decisions())
                .last()
                .isEqualTo(new Decision.HaltChanged(null, true, 10));
        shard.place(shard.market(Side.BUY, 1));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.HALTED);
        shard.tick(89);
        assertThat(shard.events.requests()).isEmpty();
        shard.cancel(id);
        assertThat(shard.order(id).status()).isEqualTo(OrderStatus.CANCELED);
        shard.engine.halt(8, null, false, 10);
        shard.place(shard.market(Side.BUY, 1));
        assertThat(shard.events.requests()).hasSize(1);
    }

    @Test
    void shouldNotTryAgainWhenHaltedDuringAttempt() {
        shard.place(shard.limit(Side.BUY, 1, 95));
        shard.tick(95);
        ExecutionRequest request = shard.lastRequest();
        shard.tick(94);
        shard.engine.halt(7, TRADER, true, 10);

        shard.end(request, Outcome.NOT_SENT);
        shard.tick(93);

        assertThat(shard.events.requests()).hasSize(1);
    }

    @Test
    void shouldDecideNothingWhenHaltStaysAsItIs() {
        shard.engine.halt(7, TRADER, false, 10);
        shard.engine.halt(8, null, false, 10);
        assertThat(shard.events.decisions()).isEmpty();
        assertThat(shard.events.answers()).hasSize(2);

        shard.engine.halt(9, STRANGER, true, 10);
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ACCOUNT);
    }

    @Test
    void shouldRefuseCancelWhenOrderIsUnknownOrOfAnotherTrader() {
        UUID resting = shard.place(shard.limit(Side.BUY, 1, 90));
        UUID pending = shard.place(shard.market(Side.BUY, 1));

        for (UUID id : new UUID[] {resting, pending}) {
            shard.engine.cancel(50, STRANGER, id, 10);
            assertThat(shard.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ORDER);
            assertThat(shard.lastResult().order()).isNull();
        }
        shard.cancel(new UUID(8, 8));
        assertThat(shard.lastResult().reason()).isEqualTo(Reason.UNKNOWN_ORDER);
    }
}
