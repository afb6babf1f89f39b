package org.fogg.broker.wire;

import java.util.UUID;
import org.fogg.contracts.sbe.Flag;
import org.fogg.contracts.sbe.MessageHeaderDecoder;
import org.fogg.contracts.sbe.OrderStateDecoder;
import org.fogg.contracts.sbe.OrderStateEncoder;
import org.fogg.contracts.sbe.OrderTermsDecoder;
import org.fogg.contracts.sbe.OrderTermsEncoder;
import org.fogg.contracts.sbe.UuidDecoder;
import org.fogg.contracts.sbe.UuidEncoder;
import org.fogg.core.funding.TransferOutcome;
import org.fogg.core.funding.TransferState;
import org.fogg.core.order.OrderSnapshot;
import org.fogg.core.order.OrderStatus;
import org.fogg.core.order.OrderTerms;
import org.fogg.core.order.OrderType;
import org.fogg.core.order.Reason;
import org.fogg.core.order.Side;
import org.fogg.core.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the shared composites. The wire numbers enums from 1 in the core's order; a
 * number without meaning is a {@link MalformedMessageException}. Stateless.
 */
public final class Wire {

    private static final Side[] SIDES = Side.values();
    private static final OrderType[] TYPES = OrderType.values();
    private static final TimeInForce[] TIMES_IN_FORCE = TimeInForce.values();
    private static final OrderStatus[] STATUSES = OrderStatus.values();
    private static final TransferState[] TRANSFER_STATES = TransferState.values();

    private Wire() {}

    /**
     * Refuses a message of another schema, where the same numbers mean something else. Later
     * versions of this one only add fields, which are passed over.
     *
     * @throws MalformedMessageException when it is of another schema
     */
    public static void requireSchema(MessageHeaderDecoder header) {
        if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new MalformedMessageException("Unknown schema " + header.schemaId());
        }
    }

    /** Writes an id; null as absent. */
    public static void putUuid(UuidEncoder to, @Nullable UUID id) {
        to.high(id == null ? 0 : id.getMostSignificantBits());
        to.low(id == null ? 0 : id.getLeastSignificantBits());
    }

    /** Reads an id that must be there. */
    public static UUID uuid(UuidDecoder from) {
        return new UUID(from.high(), from.low());
    }

    /** Reads an id; absent as null. */
    public static @Nullable UUID uuidOrNull(UuidDecoder from) {
        long high = from.high();
        long low = from.low();
        return high == 0 && low == 0 ? null : new UUID(high, low);
    }

    /** Writes terms; the client order id travels as variable data of the message. */
    public static void putTerms(OrderTermsEncoder to, OrderTerms terms) {
        putUuid(to.orderId(), terms.orderId());
        putUuid(to.traderId(), terms.traderId());
        to.stockId(terms.stockId())
                .side(wire(terms.side()))
                .type(wire(terms.type()))
                .timeInForce(wire(terms.timeInForce()))
                .quantity(terms.quantity())
                .limitPrice(terms.limitPrice())
                .stopPrice(terms.stopPrice())
                .expiresAt(terms.expiresAt());
    }

    /** Reads terms, with the client order id that the message carries apart. */
    public static OrderTerms terms(OrderTermsDecoder from, String clientOrderId) {
        return new OrderTerms(
                uuid(from.orderId()),
                uuid(from.traderId()),
                clientOrderId,
                from.stockId(),
                side(from.sideRaw()),
                type(from.typeRaw()),
                timeInForce(from.timeInForceRaw()),
                from.quantity(),
                from.limitPrice(),
                from.stopPrice(),
                from.expiresAt());
    }

    /** Writes an order as it is; its last price at acceptance and filling time do not travel. */
    public static void putState(OrderStateEncoder to, OrderSnapshot order) {
        putTerms(to.terms(), order.terms());
        to.status(wire(order.status()))
                .reason(order.reason().code())
                .version(order.version())
                .capPrice(order.capPrice())
                .acceptedTick(order.acceptedTick())
                .filledQuantity(order.filledQuantity())
                .filledValue(order.filledValue())
                .createdAt(order.createdAt())
                .updatedAt(order.updatedAt())
                .closedAt(order.closedAt());
        putUuid(to.replaces(), order.replaces());
        putUuid(to.replacedBy(), order.replacedBy());
    }

    /** Reads an order; a filled one's filling time is its closing time, its last price 0. */
    public static OrderSnapshot state(OrderStateDecoder from, String clientOrderId) {
        boolean filled = status(from.statusRaw()) == OrderStatus.FILLED;
        return state(from, clientOrderId, 0, filled ? from.closedAt() : 0);
    }

    /** Reads an order, with what its composite lacks. */
    public static OrderSnapshot state(
            OrderStateDecoder from, String clientOrderId, long lastPrice, long filledAt) {
        return new OrderSnapshot(
                terms(from.terms(), clientOrderId),
                status(from.statusRaw()),
                reason(from.reason()),
                from.version(),
                from.capPrice(),
                from.acceptedTick(),
                lastPrice,
                from.filledQuantity(),
                from.filledValue(),
                from.createdAt(),
                from.updatedAt(),
                filledAt,
                from.closedAt(),
                uuidOrNull(from.replaces()),
                uuidOrNull(from.replacedBy()));
    }

    /** The wire's form of a side. */
    public static org.fogg.contracts.sbe.Side wire(Side side) {
        return org.fogg.contracts.sbe.Side.get(number(side));
    }

    /** The wire's form of an order type. */
    public static org.fogg.contracts.sbe.OrderType wire(OrderType type) {
        return org.fogg.contracts.sbe.OrderType.get(number(type));
    }

    /** The wire's form of a time in force. */
    public static org.fogg.contracts.sbe.TimeInForce wire(TimeInForce timeInForce) {
        return org.fogg.contracts.sbe.TimeInForce.get(number(timeInForce));
    }

    /** The wire's form of a status. */
    public static org.fogg.contracts.sbe.OrderStatus wire(OrderStatus status) {
        return org.fogg.contracts.sbe.OrderStatus.get(number(status));
    }

    /**
     * The wire's form of a transfer's end.
     *
     * @throws IllegalArgumentException when it has not ended
     */
    public static org.fogg.contracts.sbe.TransferOutcome wire(TransferOutcome outcome) {
        return switch (outcome) {
            case APPLIED -> org.fogg.contracts.sbe.TransferOutcome.APPLIED;
            case VOIDED -> org.fogg.contracts.sbe.TransferOutcome.VOIDED;
            case UNKNOWN -> throw new IllegalArgumentException("A transfer has not ended");
        };
    }

    /** The wire's form of a truth value. */
    public static Flag wire(boolean value) {
        return value ? Flag.YES : Flag.NO;
    }

    /** The number that stands for an enum constant on the wire and in tables. */
    @SuppressWarnings("EnumOrdinal") // The golden files hold the order fast.
    public static short number(Enum<?> constant) {
        return (short) (constant.ordinal() + 1);
    }

    /** The side of a number. */
    public static Side side(int number) {
        return of(SIDES, number, "side");
    }

    /** The order type of a number. */
    public static OrderType type(int number) {
        return of(TYPES, number, "order type");
    }

    /** The time in force of a number. */
    public static TimeInForce timeInForce(int number) {
        return of(TIMES_IN_FORCE, number, "time in force");
    }

    /** The status of a number. */
    public static OrderStatus status(int number) {
        return of(STATUSES, number, "order status");
    }

    /** The transfer state of a number. */
    public static TransferState transferState(int number) {
        return of(TRANSFER_STATES, number, "transfer state");
    }

    /** The reason of a code. */
    public static Reason reason(int code) {
        try {
            return Reason.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("No reason has code " + code, e);
        }
    }

    /** How a transfer ended, by its number. */
    public static TransferOutcome transferOutcome(int number) {
        return switch (number) {
            case 1 -> TransferOutcome.APPLIED;
            case 2 -> TransferOutcome.VOIDED;
            default -> throw new MalformedMessageException("No transfer outcome " + number);
        };
    }

    /** A truth value, of which nothing but yes and no is one. */
    public static boolean flag(int raw) {
        if (raw != 0 && raw != 1) {
            throw new MalformedMessageException("No flag has number " + raw);
        }
        return raw == 1;
    }

    private static <T> T of(T[] constants, int number, String what) {
        if (number < 1 || number > constants.length) {
            throw new MalformedMessageException("No " + what + " has number " + number);
        }
        return constants[number - 1];
    }
}
