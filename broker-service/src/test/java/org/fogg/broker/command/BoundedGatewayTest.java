package org.fogg.broker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.fogg.broker.SilentGateway;
import org.fogg.contracts.Ids;
import org.fogg.core.funding.TransferTerms;
import org.junit.jupiter.api.Test;

class BoundedGatewayTest {

    private static final int SHARDS = 4;

    private final SilentGateway inner = new SilentGateway();
    private final BoundedGateway gateway = new BoundedGateway(inner, SHARDS, 5, 3);

    private static UUID traderOf(int shard) {
        return Stream.generate(UUID::randomUUID)
                .filter(trader -> Ids.shardOf(trader, SHARDS) == shard)
                .findFirst()
                .orElseThrow();
    }

    private CompletableFuture<CommandAnswer> cancel(int shard) {
        return gateway.cancelOrder(traderOf(shard), UUID.randomUUID());
    }

    private static UnavailableException failure(CompletableFuture<CommandAnswer> answer) {
        try {
            answer.join();
            throw new AssertionError("It was not refused");
        } catch (CompletionException e) {
            return (UnavailableException) e.getCause();
        }
    }

    @Test
    void shouldLeaveRoomForOthersWhenOneShardStandsStill() {
        for (int i = 0; i < 3; i++) {
            assertThat(cancel(0)).isNotDone();
        }

        UnavailableException refusal = failure(cancel(0));

        assertThat(refusal.reason()).contains("this account's shard");
        assertThat(refusal.outcomeUnknown()).isFalse();
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(cancel(1)).isNotDone();
        assertThat(inner.waiting()).isEqualTo(4);
    }

    @Test
    void shouldRefuseWhenTooManyWaitAltogether() {
        for (int i = 0; i < 5; i++) {
            assertThat(cancel(i % SHARDS)).isNotDone();
        }

        assertThat(failure(cancel(3)).reason()).isEqualTo("Too many commands wait for an answer");
        assertThat(inner.waiting()).isEqualTo(5);
    }

    @Test
    void shouldTakeMoreWhenAnswersHaveCome() {
        CompletableFuture<CommandAnswer> first = cancel(0);
        cancel(0);
        cancel(0);
        failure(cancel(0));

        inner.failAll(new UnavailableException("away", Duration.ofSeconds(1), true));

        assertThat(first).isCompletedExceptionally();
        assertThat(gateway.waiting()).isZero();
        assertThat(cancel(0)).isNotDone();
    }

    @Test
    void shouldLeaveRoomForTradingAtHomeWhenAnotherGeoregionIsSlow() {
        BoundedGateway wide = new BoundedGateway(inner, SHARDS, 6, 6);
        assertThat(wide.sendTransfer(transfer(0)).ended()).isNotDone();
        assertThat(wide.sendTransfer(transfer(1)).ended()).isNotDone();

        CompletableFuture<CommandAnswer> third = wide.sendTransfer(transfer(2)).held();

        assertThat(third).isDone();
        UnavailableException refusal = failure(third);
        assertThat(refusal.reason()).contains("other georegions");
        assertThat(refusal.outcomeUnknown()).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(wide.cancelOrder(traderOf(i), UUID.randomUUID())).isNotDone();
        }
        inner.failAll(new UnavailableException("late", Duration.ofSeconds(1), true));
        assertThat(wide.waiting()).isZero();
        assertThat(wide.sendTransfer(transfer(0)).held()).isNotDone();
    }

    private static TransferTerms transfer(int shard) {
        return new TransferTerms(UUID.randomUUID(), traderOf(shard), "east-asia", 1, null);
    }

    @Test
    void shouldLetTheKillSwitchThroughWhenAllIsFull() {
        for (int i = 0; i < 5; i++) {
            cancel(i % SHARDS);
        }

        assertThat(gateway.setHalt(traderOf(0), true)).isNotDone();
        assertThat(gateway.setHalt(null, true)).isNotDone();
    }
}
