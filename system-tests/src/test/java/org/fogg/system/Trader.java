package org.fogg.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Supplier;
import org.fogg.system.Rest.Answer;

/** A trader of a test, at one broker. */
final class Trader {

    private final String id;
    private final Rest rest;

    private Trader(String id, Rest rest) {
        this.id = id;
        this.rest = rest;
    }

    /** Makes one with so much cash. */
    static Trader create(TestWorld world, String cash) {
        return createAt(world, world.brokerUrl(), cash);
    }

    /** Makes one whose home is a georegion. */
    static Trader create(TestWorld world, String georegion, String cash) {
        return createAt(world, world.brokerUrl(georegion), cash);
    }

    private static Trader createAt(TestWorld world, String broker, String cash) {
        String body = "{\"cash\":\"%s\"}".formatted(cash);
        Answer made = answered(() -> world.admin(broker).post("/v2/admin/traders", body));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return new Trader(
                made.text("trader_id"),
                new Rest(broker, made.text("key_id"), made.text("secret_key")));
    }

    /** Asks again as long as the broker says that it cannot answer now. */
    private static Answer answered(Supplier<Answer> request) {
        return Wait.until("an answer", request, answer -> answer.status() != 503);
    }

    /** The same trader at another broker. */
    Trader at(String broker) {
        return new Trader(id, rest.at(broker));
    }

    String id() {
        return id;
    }

    Rest rest() {
        return rest;
    }

    /** Places an order that is taken. */
    String place(String side, int quantity, String symbol, String type, String prices) {
        String id =
                prices.contains("client_order_id")
                        ? ""
                        : ", \"client_order_id\": \"%s\"".formatted(UUID.randomUUID());
        Answer placed = answered(() -> tryPlace(side, quantity, symbol, type, prices + id));
        assertThat(placed.status()).as(placed.toString()).isEqualTo(200);
        return placed.text("id");
    }

    /**
     * Places an order.
     *
     * @param prices further JSON fields, each after a comma
     */
    Answer tryPlace(String side, int quantity, String symbol, String type, String prices) {
        return rest.post(
                "/v2/orders",
                """
                {"symbol": "%s", "qty": "%d", "side": "%s", "type": "%s",
                 "time_in_force": "gtc"%s}
                """
                        .formatted(symbol, quantity, side, type, prices));
    }

    Answer order(String orderId) {
        return rest.get("/v2/orders/" + orderId);
    }

    /** Waits until the order has this status. */
    Answer awaitStatus(String orderId, String status) {
        return Wait.until(
                "order " + orderId + " " + status,
                () -> order(orderId),
                order -> order.text("status").equals(status));
    }

    BigDecimal cash() {
        return new BigDecimal(rest.get("/v2/account").text("cash"));
    }

    /** Shares held. */
    long held(String symbol) {
        Answer position = rest.get("/v2/positions/" + symbol);
        return position.status() == 404 ? 0 : Long.parseLong(position.text("qty"));
    }
}
