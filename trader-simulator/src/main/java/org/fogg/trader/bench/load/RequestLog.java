package org.fogg.trader.bench.load;

import java.util.UUID;
import org.fogg.trader.bench.client.ClientRecord;
import org.fogg.trader.bench.client.ClientRecords;
import org.fogg.trader.bench.client.HttpReply;
import org.fogg.trader.bench.client.Money;
import org.fogg.trader.bench.client.Replies;
import org.fogg.trader.bench.load.Flight.Change;
import org.fogg.trader.bench.mix.OrderForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Records every request that may have changed state, each repetition by itself. */
final class RequestLog {

    private final String run;
    private final ClientRecords records;
    private final Times times;

    RequestLog(String run, ClientRecords records, Times times) {
        this.run = run;
        this.records = records;
        this.times = times;
    }

    /** Records an answer, or that none came. */
    void add(Flight flight, HttpReply reply) {
        Change change = flight.change();
        if (change == null) {
            return;
        }
        OrderForm form = change.form();
        Replies.Order order = form != null && reply.isOk() ? order(reply) : null;
        UUID orderId = change.orderId();
        records.add(
                new ClientRecord(
                        run,
                        change.trader(),
                        change.op(),
                        change.clientOrderId(),
                        form == null ? null : form.stock().symbol(),
                        form == null ? null : form.side(),
                        form == null ? null : form.type().key(),
                        form == null ? null : form.timeInForce(),
                        form == null ? null : Long.toString(form.quantity()),
                        price(form == null ? 0 : form.limit()),
                        price(form == null ? 0 : form.stop()),
                        change.amount(),
                        times.toEpoch(flight.sentAt()),
                        times.toEpoch(reply.doneAt()),
                        reply.status(),
                        reply.isOk() || reply.status() == 0
                                ? null
                                : Replies.error(reply.body()).code(),
                        order != null ? order.id() : orderId == null ? null : orderId.toString(),
                        order == null ? null : order.status(),
                        order == null ? null : order.filledQty()));
    }

    /** An answer that is no order is reported by whoever reads it for its content. */
    private static Replies.@Nullable Order order(HttpReply reply) {
        try {
            return Replies.order(reply.body());
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable String price(long price) {
        return price == 0 ? null : Money.text(price);
    }
}
