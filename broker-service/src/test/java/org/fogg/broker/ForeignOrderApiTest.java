package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.fogg.broker.command.Command;
import org.fogg.broker.command.CommandAnswer;
import org.fogg.contracts.Ids;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.funding.Transfer;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferState;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders on a stock of another georegion. */
final class ForeignOrderApiTest extends ApiTest {

    private static final String LIMIT =
            """
            {"symbol":"KO","qty":"10","side":"buy","type":"limit","limit_price":"59.00",
             "time_in_force":"gtc","client_order_id":"mine"}""";
    private static final UUID ID = Ids.orderId(ALICE, "mine");

    private static OrderTerms terms() {
        return terms(OrderType.LIMIT, TimeInForce.GTC, 590_000);
    }

    private static OrderTerms terms(OrderType type, TimeInForce timeInForce, long limitPrice) {
        return new OrderTerms(
                ID,
                ALICE,
                "mine",
                FakeForeign.KO.id(),
                Side.BUY,
                type,
                timeInForce,
                10,
                limitPrice,
                0,
                0);
    }

    private static OrderSnapshot order(OrderStatus status) {
        return FakeAbroad.Orders.of(terms(), status, Reason.NONE);
    }

    private static CompletableFuture<CommandAnswer> end(
            TransferOutcome outcome, Reason reason, OrderSnapshot order) {
        return CompletableFuture.completedFuture(
                new CommandAnswer(ID, reason, 70_000, 60_000, order, 1, outcome));
    }

    private static String market(String side, int quantity) {
        return """
               {"symbol":"KO","qty":"%d","side":"%s","type":"market","time_in_force":"day",
                "client_order_id":"mine"}"""
                .formatted(quantity, side);
    }

    @Test
    void shouldAnswerWithTheOrderAsTheOtherGeoregionDecided() {
        shards.endNext(end(TransferOutcome.APPLIED, Reason.NONE, order(OrderStatus.NEW)));

        Reply reply = post("/v2/orders", LIMIT);

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(reply.text("id")).isEqualTo(ID.toString());
        assertThat(reply.text("symbol")).isEqualTo("KO");
        assertThat(reply.text("status")).isEqualTo("new");
        Transfer sent = shards.sent(ID);
        assertThat(sent.terms().destination()).isEqualTo("north-america");
        assertThat(sent.terms().amount()).isEqualTo(5_900_000);
    }

    @Test
    void shouldAnswerWithAPendingOrderWhenTheOtherGeoregionIsLate() {
        Reply reply = post("/v2/orders", LIMIT);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("status")).isEqualTo("pending_new");
        assertThat(get("/v2/orders/" + ID).text("status")).isEqualTo("pending_new");
        assertThat(get("/v2/orders:by_client_order_id?client_order_id=mine").text("id"))
                .isEqualTo(ID.toString());
    }

    @ParameterizedTest
    @CsvSource({"buy, 6363000", "sell, 0"})
    void shouldSendWhatAnOrderAtTheMarketMayCost(String side, long amount) {
        post("/v2/orders", market(side, 10));

        // The last price 60.00, a percent for its way there, and the collar of five percent.
        assertThat(shards.sent(ID).terms().amount()).isEqualTo(amount);
    }

    @Test
    void shouldSayWhyTheOtherGeoregionRefusedAndWhereTheMoneyIs() {
        shards.endNext(end(TransferOutcome.APPLIED, Reason.INSUFFICIENT_CASH, null));

        Reply reply = post("/v2/orders", LIMIT);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.message()).contains("insufficient buying power");
        assertThat(reply.text("georegion")).isEqualTo("north-america");
        assertThat(reply.text("transferred")).isEqualTo("590.00");
    }

    @Test
    void shouldRefuseBeforeAnythingIsSentWhenTheGeoregionIsOutOfReach() {
        abroad.setReachable(false);
        String before = shards.state();

        Reply reply = post("/v2/orders", LIMIT);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.message()).contains("north-america is out of reach");
        assertThat(reply.text("client_order_id")).isEqualTo("mine");
        assertThat(reply.json().has("outcome")).isFalse();
        assertThat(shards.state()).isEqualTo(before);
    }

    @Test
    void shouldShowWhatIsOnItsWayWhenARepetitionFindsTheGeoregionOutOfReach() {
        post("/v2/orders", LIMIT);
        abroad.setReachable(false);

        assertThat(post("/v2/orders", LIMIT).text("status")).isEqualTo("pending_new");
    }

    @Test
    void shouldGiveTheSameOrderWhenItIsRepeatedAfterItsEnd() {
        shards.endNext(end(TransferOutcome.APPLIED, Reason.NONE, null));
        abroad.answerNext(Reason.NONE, order(OrderStatus.FILLED));

        Reply reply = post("/v2/orders", LIMIT);

        assertThat(reply.text("status")).isEqualTo("filled");
        assertThat(abroad.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.PlaceOrder.class,
                        place -> assertThat(place.terms().orderId()).isEqualTo(ID));
    }

    @Test
    void shouldNotCallAnOrderRejectedWhoseRepetitionIsNotAnswered() {
        shards.endNext(end(TransferOutcome.APPLIED, Reason.EXCHANGE_UNAVAILABLE, null));
        post("/v2/orders", LIMIT);
        abroad.keepRefused(terms(), Reason.EXCHANGE_UNAVAILABLE, 1);
        shards.endNext(end(TransferOutcome.APPLIED, Reason.NONE, null));
        abroad.setReachable(false);

        Reply again = post("/v2/orders", LIMIT);

        assertThat(again.status()).isEqualTo(503);
        assertThat(again.text("client_order_id")).isEqualTo("mine");
    }

    @Test
    void shouldNotCallAnOrderRejectedWhileWhatBecameOfItsTransferIsNotKnown() {
        abroad.keepRefused(terms(), Reason.EXCHANGE_UNAVAILABLE, 1);

        Reply late = post("/v2/orders", LIMIT);

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.text("client_order_id")).isEqualTo("mine");
    }

    @Test
    void shouldNotAnswerAMarketOrderAsOpenWhenItsRepetitionIsNotAnswered() {
        OrderTerms terms = terms(OrderType.MARKET, TimeInForce.DAY, 0);
        OrderSnapshot open = FakeAbroad.Orders.of(terms, OrderStatus.NEW, Reason.NONE);
        shards.endNext(end(TransferOutcome.APPLIED, Reason.NONE, open));
        post("/v2/orders", market("buy", 10));
        abroad.keep(open);
        shards.endNext(end(TransferOutcome.APPLIED, Reason.NONE, null));
        abroad.setReachable(false);

        Reply again = post("/v2/orders", market("buy", 10));

        assertThat(again.status()).isEqualTo(503);
        assertThat(again.text("client_order_id")).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"qty\":\"10\"', '\"qty\":\"0\"', qty",
        "'\"qty\":\"10\"', '\"qty\":\"1000001\"', qty: must be at most 1000000",
        "'59.00', '59.001', limit_price",
        "'59.00', '600.01', limit_price",
        "'\"KO\"', '\"NOPE\"', not found",
        "'59.00', '', limit_price"
    })
    void shouldRefuseBadInputAsForAStockAtHome(String part, String bad, String message) {
        String before = shards.state();

        Reply reply = post("/v2/orders", LIMIT.replace(part, bad));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).contains(message);
        assertThat(shards.state()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAnOrderAtTheMarketWhenItsPriceIsNotKnownHere() {
        market.setPrice(FakeForeign.KO, 0);

        Reply reply = post("/v2/orders", market("buy", 1));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.message()).contains("KO has no price yet");
    }

    @Test
    void shouldRefuseWhatTheCashAtHomeDoesNotCover() {
        shards.put(new AccountSnapshot(ALICE, 100, 0, 0, false, FakeMarket.AT));

        Reply reply = post("/v2/orders", LIMIT);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(shards.sent(ID)).isNull();
    }

    @Test
    void shouldCancelInTheOtherGeoregion() {
        shards.put(new TransferTerms(ID, ALICE, FakeForeign.GEOREGION, 5, terms()), APPLIED);
        // The home shard does not know it; the portfolio does.
        abroad.keep(order(OrderStatus.NEW));
        shards.refuseNext(Reason.UNKNOWN_ORDER, 0, 0);
        abroad.answerNext(Reason.NONE, order(OrderStatus.CANCELED));

        Reply reply = delete("/v2/orders/" + ID);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(abroad.asked())
                .singleElement()
                .isEqualTo(new Command.CancelOrder(new Command.Origin(Ids.NONE, 0, 0), ALICE, ID));
        assertThat(get("/v2/orders/" + ID).text("status")).isEqualTo("canceled");
    }

    private static final TransferState APPLIED = TransferState.APPLIED;

    @Test
    void shouldSayThatItIsFilledWhenItIsCanceledTooLate() {
        abroad.keep(order(OrderStatus.NEW));
        shards.refuseNext(Reason.UNKNOWN_ORDER, 0, 0);
        abroad.answerNext(Reason.ORDER_CLOSED, order(OrderStatus.FILLED));

        Reply reply = delete("/v2/orders/" + ID);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text("status")).isEqualTo("filled");
        assertThat(get("/v2/orders/" + ID).text("status")).isEqualTo("filled");
    }

    @Test
    void shouldCallTheMoneyBackWhenItIsCanceledOnItsWay() {
        post("/v2/orders", LIMIT);

        assertThat(delete("/v2/orders/" + ID).status()).isEqualTo(204);

        assertThat(shards.received()).contains("call back");
        assertThat(abroad.asked()).isEmpty();
        Reply shown = get("/v2/orders/" + ID);
        assertThat(shown.text("status")).isEqualTo("canceled");
        assertThat(shown.text("reason")).isEqualTo("transfer_voided");
    }

    @Test
    void shouldReplaceInTheOtherGeoregion() {
        abroad.keep(order(OrderStatus.NEW));
        abroad.answerNext(Reason.NONE, order(OrderStatus.NEW));

        Reply reply = patch("/v2/orders/" + ID, "{\"qty\":\"5\"}");

        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        assertThat(abroad.asked())
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.ReplaceOrder.class,
                        replace -> assertThat(replace.terms().quantity()).isEqualTo(5));
    }

    @Test
    void shouldNotReplaceAnOrderThatIsOnItsWay() {
        post("/v2/orders", LIMIT);

        Reply reply = patch("/v2/orders/" + ID, "{\"qty\":\"5\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).contains("on its way to north-america");
    }

    @Test
    void shouldShowNobodyAnothersOrderThatIsOnItsWay() {
        post("/v2/orders", LIMIT);

        assertThat(send("GET", "/v2/orders/" + ID, "bob", null).status()).isEqualTo(404);
        assertThat(send("DELETE", "/v2/orders/" + ID, "bob", null).status()).isEqualTo(404);
    }
}
