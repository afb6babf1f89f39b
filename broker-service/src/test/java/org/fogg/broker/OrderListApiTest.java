package org.fogg.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fogg.contracts.Ids;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of orders. */
final class OrderListApiTest extends ApiTest {

    /** One order a second from 14:00:00 on; even ones are open, every third is a sale. */
    @BeforeEach
    void placeOrders() {
        for (int i = 0; i < 12; i++) {
            shards.put(order(ALICE, i));
        }
        shards.put(order(BOB, 99));
    }

    @Test
    void shouldListOpenOrdersNewestFirst() {
        assertThat(list("")).containsExactly("o10", "o8", "o6", "o4", "o2", "o0");
    }

    @Test
    void shouldListByStatusLimitAndDirection() {
        assertThat(list("?status=closed&limit=2")).containsExactly("o11", "o9");
        assertThat(list("?status=all&limit=3&direction=asc")).containsExactly("o0", "o1", "o2");
        assertThat(list("?status=all&limit=500")).hasSize(12);
    }

    @Test
    void shouldListBetweenTimesWithoutThem() {
        assertThat(list("?status=all&after=2026-11-21T14:00:03Z" + "&until=2026-11-21T14:00:06Z"))
                .containsExactly("o5", "o4");
        assertThat(list("?status=all&after=2026-11-21T16:00:09%2B02:00"))
                .containsExactly("o11", "o10");
        assertThat(list("?status=all&after=2026-11-22")).isEmpty();
        assertThat(list("?status=all&until=2026-11-22")).hasSize(12);
    }

    @Test
    void shouldListBeforeAndAfterAnOrder() {
        String fifth = Ids.orderId(ALICE, "o5").toString();

        assertThat(list("?status=all&limit=2&before_order_id=" + fifth))
                .containsExactly("o4", "o3");
        assertThat(list("?status=all&direction=asc&limit=2&after_order_id=" + fifth))
                .containsExactly("o6", "o7");
    }

    @Test
    void shouldListBySymbolSideAndClass() {
        assertThat(list("?status=all&symbols=TYT.T"))
                .containsExactly("o11", "o9", "o7", "o5", "o3", "o1");
        assertThat(list("?status=all&symbols=TYT.T,VOD.L")).hasSize(12);
        assertThat(list("?status=all&side=sell")).containsExactly("o9", "o6", "o3", "o0");
        assertThat(list("?status=all&asset_class=us_equity&nested=true")).hasSize(12);
        assertThat(list("?status=all&asset_class=crypto")).isEmpty();
    }

    private List<String> list(String query) {
        Reply reply = get("/v2/orders" + query);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        reply.json().forEach(order -> names.add(order.path("client_order_id").asString()));
        return names;
    }

    private static OrderSnapshot order(UUID trader, int i) {
        long at = 1_795_269_600_000_000_000L + i * 1_000_000_000L;
        boolean open = i % 2 == 0;
        OrderTerms terms =
                new OrderTerms(
                        Ids.orderId(trader, "o" + i),
                        trader,
                        "o" + i,
                        open ? FakeMarket.VOD.id() : FakeMarket.TYT.id(),
                        i % 3 == 0 ? Side.SELL : Side.BUY,
                        OrderType.LIMIT,
                        TimeInForce.GTC,
                        10,
                        700_000,
                        0,
                        at + 1);
        return new OrderSnapshot(
                terms,
                open ? OrderStatus.NEW : OrderStatus.FILLED,
                Reason.NONE,
                1,
                0,
                0,
                0,
                open ? 0 : 10,
                open ? 0 : 7_000_005,
                at,
                at,
                open ? 0 : at,
                open ? 0 : at,
                null,
                null);
    }
}
