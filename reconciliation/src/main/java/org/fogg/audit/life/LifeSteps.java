package org.fogg.audit.life;

import java.util.Locale;
import java.util.UUID;
import org.fogg.audit.exchange.ExchangeRecord.Report;
import org.fogg.audit.journal.Decision;
import org.fogg.audit.journal.Decision.CommandRefused;
import org.fogg.audit.journal.Decision.OrderAccepted;
import org.fogg.audit.journal.Decision.OrderClosed;
import org.fogg.audit.journal.Decision.OrderReplaced;
import org.fogg.audit.journal.Decision.OrderRested;
import org.fogg.audit.journal.Decision.OrderTraded;
import org.fogg.audit.journal.Decision.TransferApplied;
import org.fogg.audit.journal.Decision.TransferEnded;
import org.fogg.audit.journal.Decision.TransferHeld;
import org.fogg.audit.journal.Place;
import org.jspecify.annotations.Nullable;

/** Tells what a ledger's record means for one order. */
final class LifeSteps {

    private final UUID orderId;

    LifeSteps(UUID orderId) {
        this.orderId = orderId;
    }

    /** A decision's step; null when it is not about the order. */
    @Nullable Step decision(Place place, Decision decision) {
        if (decision instanceof OrderAccepted d && d.terms().orderId().equals(orderId)) {
            return accepted(place, d);
        }
        if (decision instanceof OrderTraded d && d.orderId().equals(orderId)) {
            return traded(place, d);
        }
        if (decision instanceof OrderClosed d && d.orderId().equals(orderId)) {
            Details details = new Details().word("status", d.status()).number("reason", d.reason());
            return step(place, "closed", d, details);
        }
        if (decision instanceof OrderReplaced d) {
            return replaced(place, d);
        }
        if (decision instanceof OrderRested d && d.orderId().equals(orderId)) {
            return step(place, "rested", d, new Details().money("limit_price", d.limitPrice()));
        }
        if (decision instanceof CommandRefused d && d.orderId().equals(orderId)) {
            return step(place, "refused", d, new Details().number("reason", d.reason()));
        }
        return transfer(place, decision);
    }

    private @Nullable Step transfer(Place place, Decision decision) {
        if (decision instanceof TransferHeld d && d.transferId().equals(orderId)) {
            Details details =
                    new Details().money("amount", d.amount()).number("number", d.number());
            return step(place, "transfer_held", d, details.text("destination", d.destination()));
        }
        if (decision instanceof TransferEnded d && d.transferId().equals(orderId)) {
            Details details =
                    new Details().money("amount", d.amount()).number("number", d.number());
            return step(place, "transfer_ended", d, details.word("outcome", d.outcome()));
        }
        if (decision instanceof TransferApplied d && d.transferId().equals(orderId)) {
            Details details =
                    new Details().money("amount", d.amount()).number("number", d.number());
            return step(place, "transfer_applied", d, details.text("sender", d.sender()));
        }
        return null;
    }

    private static Step accepted(Place place, OrderAccepted d) {
        Details details =
                new Details()
                        .terms(d.terms())
                        .money("cap_price", d.capPrice())
                        .number("accepted_tick", d.acceptedTick())
                        .money("last_price", d.lastPrice())
                        .text("trader_id", d.terms().traderId())
                        .text("client_order_id", d.clientOrderId());
        return step(place, "accepted", d, details);
    }

    private static Step traded(Place place, OrderTraded d) {
        Details details =
                new Details()
                        .number("exchange_id", d.exchangeId())
                        .number("execution_id", d.executionId())
                        .number("epoch", d.epoch())
                        .number("attempt", d.attempt())
                        .number("qty", d.quantity())
                        .money("price", d.price())
                        .number("tick", d.tickSequence())
                        .number("trigger_tick", d.triggerTick());
        return step(place, "traded", d, details);
    }

    private @Nullable Step replaced(Place place, OrderReplaced d) {
        if (d.orderId().equals(orderId)) {
            return step(
                    place, "replaced", d, new Details().text("replaced_by", d.terms().orderId()));
        }
        if (!d.terms().orderId().equals(orderId)) {
            return null;
        }
        Details details =
                new Details()
                        .terms(d.terms())
                        .money("cap_price", d.capPrice())
                        .number("accepted_tick", d.acceptedTick())
                        .text("replaces", d.orderId())
                        .text("trader_id", d.terms().traderId())
                        .text("client_order_id", d.clientOrderId());
        return step(place, "accepted", d, details);
    }

    private static Step step(Place place, String what, Decision decision, Details details) {
        return new Step(
                "journal",
                what,
                place.shard(),
                place.sequence(),
                place.n(),
                decision.at(),
                details.map());
    }

    /** An exchange's report. */
    static Step report(Report report) {
        Details details =
                new Details()
                        .number("exchange_id", report.exchangeId())
                        .number("report", report.report())
                        .number("execution_id", report.executionId())
                        .number("epoch", report.epoch())
                        .number("attempt", report.attempt())
                        .number("qty", report.quantity())
                        .money("price", report.price())
                        .money("bound_price", report.boundPrice())
                        .number("tick", report.tickSequence());
        return new Step(
                "exchange",
                report.outcome().name().toLowerCase(Locale.ROOT),
                report.shard(),
                report.offset(),
                -1,
                report.at(),
                details.map());
    }

    /** A published event. */
    static Step event(EventRecord event) {
        Details details =
                new Details()
                        .number("version", event.version())
                        .word("status", event.status())
                        .number("reason", event.reason())
                        .number("filled_qty", event.filledQuantity())
                        .number("execution_id", event.executionId())
                        .number("qty", event.tradeQuantity())
                        .money("price", event.tradePrice())
                        .number("durable_at", event.durableAt());
        return new Step(
                "event",
                event.kind().name().toLowerCase(Locale.ROOT),
                event.shard(),
                event.sequence(),
                -1,
                event.at(),
                details.map());
    }
}
