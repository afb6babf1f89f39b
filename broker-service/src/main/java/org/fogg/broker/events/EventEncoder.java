package org.fogg.broker.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.agrona.ExpandableArrayBuffer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.fogg.broker.journal.DurableEntry;
import org.fogg.broker.journal.Effect;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.market.Stock;
import org.fogg.broker.wire.Wire;
import org.fogg.contracts.sbe.AccountEventEncoder;
import org.fogg.contracts.sbe.EventKind;
import org.fogg.contracts.sbe.MessageHeaderEncoder;
import org.fogg.contracts.sbe.OrderEventEncoder;
import org.fogg.core.engine.AccountSnapshot;
import org.fogg.core.engine.Decision;
import org.fogg.core.engine.Decision.AccountOpened;
import org.fogg.core.engine.Decision.CashDeposited;
import org.fogg.core.engine.Decision.OrderAccepted;
import org.fogg.core.engine.Decision.OrderClosed;
import org.fogg.core.engine.Decision.OrderReplaced;
import org.fogg.core.engine.Decision.OrderRested;
import org.fogg.core.engine.Decision.OrderTraded;
import org.fogg.core.engine.Decision.TransferApplied;
import org.fogg.core.engine.Decision.TransferEnded;
import org.fogg.core.engine.Decision.TransferHeld;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferTerms;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.jspecify.annotations.Nullable;

/** Makes events of durable entries. Keeps a buffer, so one thread at a time. */
final class EventEncoder {

    private final String topic;
    private final String georegion;
    private final MarketDirectory directory;
    private final ExpandableArrayBuffer scratch = new ExpandableArrayBuffer(1024);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OrderEventEncoder orderEvent = new OrderEventEncoder();
    private final AccountEventEncoder accountEvent = new AccountEventEncoder();

    EventEncoder(String topic, String georegion, MarketDirectory directory) {
        this.topic = topic;
        this.georegion = georegion;
        this.directory = directory;
    }

    /** The events of an entry, in the order of its decisions. */
    List<ProducerRecord<byte[], byte[]>> encode(DurableEntry entry) {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>(entry.effects().size());
        for (Effect effect : entry.effects()) {
            add(events, entry, effect);
        }
        return events;
    }

    private void add(
            List<ProducerRecord<byte[], byte[]>> events, DurableEntry entry, Effect effect) {
        Decision decision = effect.decision();
        if (decision instanceof AccountOpened d) {
            events.add(account(entry, effect, d.commandId(), d.traderId(), d.cash()));
        } else if (decision instanceof CashDeposited d) {
            events.add(account(entry, effect, d.commandId(), d.traderId(), d.amount()));
        } else if (decision instanceof TransferApplied d) {
            events.add(account(entry, effect, d.id(), d.traderId(), d.amount()));
        } else if (decision instanceof TransferHeld d) {
            TransferTerms terms = d.terms();
            events.add(account(entry, effect, terms.id(), terms.traderId(), -terms.amount()));
        } else if (decision instanceof TransferEnded d && d.outcome() == TransferOutcome.VOIDED) {
            events.add(account(entry, effect, d.id(), d.traderId(), d.amount()));
        } else {
            EventKind kind = kind(effect);
            if (kind != null && effect.order() != null) {
                events.add(order(entry, effect, kind, effect.order()));
            }
            if (effect.successor() != null) {
                events.add(order(entry, effect, EventKind.NEW, effect.successor()));
            }
        }
    }

    private static @Nullable EventKind kind(Effect effect) {
        Decision decision = effect.decision();
        if (decision instanceof OrderAccepted) {
            return EventKind.NEW;
        } else if (decision instanceof OrderTraded) {
            OrderSnapshot order = effect.order();
            boolean filled = order != null && order.status() == OrderStatus.FILLED;
            return filled ? EventKind.FILL : EventKind.PARTIAL_FILL;
        } else if (decision instanceof OrderReplaced) {
            return EventKind.REPLACED;
        } else if (decision instanceof OrderRested) {
            return EventKind.RESTED;
        } else if (decision instanceof OrderClosed d) {
            return switch (d.status()) {
                case CANCELED -> EventKind.CANCELED;
                case EXPIRED -> EventKind.EXPIRED;
                default -> EventKind.REJECTED;
            };
        }
        return null;
    }

    private ProducerRecord<byte[], byte[]> order(
            DurableEntry entry, Effect effect, EventKind kind, OrderSnapshot order) {
        Stock stock = directory.stock(order.terms().stockId());
        AccountSnapshot account = effect.account();
        orderEvent
                .wrapAndApplyHeader(scratch, 0, header)
                .kind(kind)
                .shard(entry.shard())
                .sequence(entry.sequence())
                .at(effect.decision().at())
                .durableAt(entry.durableAt())
                .exchangeId(stock == null ? 0 : stock.exchange().id())
                .positionQuantity(effect.holding() == null ? 0 : effect.holding().quantity())
                .cash(account == null ? 0 : account.cash())
                .priceAtAcceptance(order.lastPrice());
        Wire.putState(orderEvent.order(), order);
        putTrade(effect.decision() instanceof OrderTraded trade ? trade : null);
        orderEvent
                .symbol(stock == null ? "" : stock.symbol())
                .clientOrderId(order.terms().clientOrderId())
                .georegion(georegion)
                .home(effect.home() == null ? georegion : effect.home());
        return message(order.terms().traderId(), orderEvent.limit());
    }

    private void putTrade(@Nullable OrderTraded trade) {
        orderEvent
                .executionId(trade == null ? 0 : trade.executionId())
                .tradeQuantity(trade == null ? 0 : trade.quantity())
                .tradePrice(trade == null ? 0 : trade.price())
                .triggerTick(trade == null ? 0 : trade.triggerTick())
                .triggeredAt(trade == null ? 0 : trade.triggeredAt());
    }

    private ProducerRecord<byte[], byte[]> account(
            DurableEntry entry, Effect effect, UUID commandId, UUID traderId, long amount) {
        AccountSnapshot account = effect.account();
        accountEvent
                .wrapAndApplyHeader(scratch, 0, header)
                .shard(entry.shard())
                .sequence(entry.sequence())
                .at(effect.decision().at())
                .amount(amount)
                .cash(account == null ? 0 : account.cash());
        Wire.putUuid(accountEvent.commandId(), commandId);
        Wire.putUuid(accountEvent.traderId(), traderId);
        accountEvent.georegion(georegion);
        return message(traderId, accountEvent.limit());
    }

    private ProducerRecord<byte[], byte[]> message(UUID traderId, int length) {
        byte[] value = new byte[length];
        scratch.getBytes(0, value);
        byte[] key = traderId.toString().getBytes(StandardCharsets.US_ASCII);
        return new ProducerRecord<>(topic, key, value);
    }
}
