package org.fogg.audit.client;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fogg.audit.fold.Order;
import org.fogg.audit.report.Differences;
import org.fogg.audit.wire.Terms;
import org.fogg.contracts.sbe.OrderStatus;
import org.fogg.contracts.sbe.OrderType;
import org.fogg.contracts.sbe.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Whether a client's record of an acknowledged order says the same as the journal. */
final class ToldCheck {

    private static final Set<OrderStatus> FINAL =
            EnumSet.of(
                    OrderStatus.FILLED,
                    OrderStatus.CANCELED,
                    OrderStatus.EXPIRED,
                    OrderStatus.REJECTED,
                    OrderStatus.REPLACED);

    private final Map<String, Integer> stocks;

    ToldCheck(Map<String, Integer> stocks) {
        this.stocks = stocks;
    }

    /** What differs; expected is the journal's, found the client's. */
    Differences differences(ClientRecord record, Order order) {
        Differences differences = new Differences();
        Terms terms = order.terms();
        differences.field("trader", terms.traderId(), record.trader());
        if (record.symbol() != null) {
            differences.field(
                    "stock", terms.stockId(), stocks.getOrDefault(record.symbol(), -1).longValue());
        }
        word(differences, "side", terms.side(), record.side());
        word(differences, "type", terms.type(), record.type());
        word(differences, "tif", terms.timeInForce(), record.tif());
        number(differences, "qty", terms.quantity(), record.qty(), 0);
        number(differences, "limit_price", terms.limitPrice(), record.limitPrice(), 4);
        number(differences, "stop_price", terms.stopPrice(), record.stopPrice(), 4);
        told(differences, record, order);
        return differences;
    }

    /** The order may have gone on since the answer, but not back. */
    private static void told(Differences differences, ClientRecord record, Order order) {
        BigDecimal filled = record.filledQty();
        String status = record.status();
        boolean wholly = status != null && status.equals("filled");
        if (wholly) {
            number(differences, "filled_qty", order.terms().quantity(), filled, 0);
        }
        if (filled != null && filled.compareTo(BigDecimal.valueOf(order.filledQuantity())) > 0) {
            differences.field("filled_qty", order.filledQuantity() + " at most", filled);
        }
        if (filled != null
                && tradesAtOnceOnly(order.terms())
                && filled.compareTo(BigDecimal.valueOf(order.filledAtOnce())) < 0) {
            differences.field("filled_qty", order.filledAtOnce() + " at least", filled);
        }
        if (status == null) {
            return;
        }
        for (OrderStatus end : FINAL) {
            if (status.equals(lower(end))) {
                word(differences, "status", order.status(), status);
            }
        }
    }

    /** Such an order is answered only when the exchange has been asked. */
    private static boolean tradesAtOnceOnly(Terms terms) {
        return terms.type() == OrderType.MARKET
                || terms.timeInForce() == TimeInForce.IOC
                || terms.timeInForce() == TimeInForce.FOK;
    }

    private static void word(
            Differences differences, String name, Enum<?> journaled, @Nullable String recorded) {
        if (recorded != null) {
            differences.field(name, lower(journaled), recorded);
        }
    }

    private static void number(
            Differences differences,
            String name,
            long journaled,
            @Nullable BigDecimal recorded,
            int decimals) {
        if (recorded != null) {
            BigDecimal value = BigDecimal.valueOf(journaled, decimals);
            if (value.compareTo(recorded) != 0) {
                differences.field(name, value, recorded);
            }
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
