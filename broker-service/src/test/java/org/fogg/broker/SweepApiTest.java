package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fogg.broker.account.ForeignCash;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.core.engine.HoldingSnapshot;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What a trader has in other georegions, and how cash comes home. */
@TestPropertySource(properties = "fogg.foreign.north-america=http://127.0.0.1:1")
final class SweepApiTest extends ApiTest {

    private static final String ALL = "{\"georegion\":\"north-america\"}";

    private static CommandAnswer end(Reason reason, long available, TransferOutcome outcome) {
        return new CommandAnswer(UUID.randomUUID(), reason, 0, available, null, 1, outcome);
    }

    private long asked(int call) {
        return ((Command.SendTransfer) abroad.asked().get(call)).terms().amount();
    }

    @Test
    void shouldShowTheWholeWorld() {
        shards.put(new ForeignCash("north-america", 5_000_000, FakeMarket.AT));
        shards.put(new HoldingSnapshot(ALICE, FakeForeign.KO.id(), 10, 5_000_000));
        shards.put(
                new TransferTerms(new UUID(5, 5), ALICE, "north-america", 1_000_000, null),
                TransferState.SENT);

        Reply account = get("/v2/account");

        assertThat(account.text("cash")).isEqualTo("100600.00");
        assertThat(account.text("buying_power")).isEqualTo("100000.00");
        assertThat(account.text("in_transit")).isEqualTo("100.00");
        assertThat(account.text("equity")).isEqualTo("101200.00");
        assertThat(account.json().path("abroad").get(0).path("cash").asString())
                .isEqualTo("500.00");
        assertThat(account.json().path("abroad").get(0).path("as_of").asString())
                .startsWith("2026-11-21T");
        Reply position = get("/v2/positions/KO");
        assertThat(position.text("exchange")).isEqualTo("XNYS");
        assertThat(position.text("market_value")).isEqualTo("600.00");
    }

    @Test
    void shouldBringAllCashHome() {
        shards.put(new ForeignCash("north-america", 5_000_000, FakeMarket.AT));
        abroad.answerNext(end(Reason.NONE, 0, TransferOutcome.APPLIED));

        Reply reply = post("/v2/account/sweeps", ALL);

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(reply.text("amount")).isEqualTo("500.00");
        assertThat(reply.text("status")).isEqualTo("applied");
        assertThat(abroad.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.SendTransfer.class,
                        send -> {
                            assertThat(send.terms().destination()).isEqualTo("europe");
                            assertThat(send.terms().traderId()).isEqualTo(ALICE);
                            assertThat(send.terms().order()).isNull();
                        });
    }

    @Test
    void shouldBringHomeWhatIsFreeWhenOpenBuysReserveAPart() {
        shards.put(new ForeignCash("north-america", 5_000_000, FakeMarket.AT));
        abroad.answerNext(end(Reason.INSUFFICIENT_CASH, 3_000_000, TransferOutcome.UNKNOWN));
        abroad.answerNext(end(Reason.NONE, 0, TransferOutcome.UNKNOWN));

        Reply reply = post("/v2/account/sweeps", ALL);

        assertThat(reply.text("amount")).isEqualTo("300.00");
        assertThat(reply.text("status")).isEqualTo("pending");
        assertThat(asked(0)).isEqualTo(5_000_000);
        assertThat(asked(1)).isEqualTo(3_000_000);
    }

    @Test
    void shouldSendTheSameTransferWhenItIsRepeated() {
        String body =
                """
                {"georegion":"north-america","amount":"7","idempotency_key":"k"}""";
        abroad.answerNext(end(Reason.NONE, 0, TransferOutcome.APPLIED));

        String first = post("/v2/account/sweeps", body).text("id");
        abroad.answerNext(end(Reason.NONE, 0, TransferOutcome.APPLIED));

        assertThat(post("/v2/account/sweeps", body).text("id")).isEqualTo(first);
    }

    @Test
    void shouldRefuseMoreThanThereIs() {
        abroad.answerNext(end(Reason.INSUFFICIENT_CASH, 3, TransferOutcome.UNKNOWN));

        Reply reply =
                post("/v2/account/sweeps", "{\"georegion\":\"north-america\",\"amount\":\"7\"}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(abroad.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"georegion\":\"atlantis\"}",
                "{\"georegion\":\"north-america\"}",
                "{\"georegion\":\"north-america\",\"amount\":\"0\"}",
                "{\"georegion\":\"north-america\",\"amount\":\"1\",\"idempotency_key\":\"\"}"
            })
    void shouldRefuseBadInput(String body) {
        assertThat(post("/v2/account/sweeps", body).status()).isEqualTo(422);
        assertThat(abroad.asked()).isEmpty();
    }

    @Test
    void shouldSayThatTheGeoregionIsOutOfReach() {
        abroad.setReachable(false);

        Reply reply =
                post("/v2/account/sweeps", "{\"georegion\":\"north-america\",\"amount\":\"7\"}");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.message()).contains("north-america");
    }
}
