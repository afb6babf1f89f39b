package org.fogg.core.order;

/** Why something was refused, rejected or closed. The codes are stable: they are journaled. */
public enum Reason {
    NONE(0),
    UNKNOWN_ACCOUNT(1),
    UNKNOWN_STOCK(2),
    UNKNOWN_ORDER(3),
    ACCOUNT_EXISTS(4),
    INSUFFICIENT_CASH(10),
    INSUFFICIENT_HOLDING(11),
    ORDER_VALUE_LIMIT(20),
    ORDER_QUANTITY_LIMIT(21),
    PRICE_DISTANCE_LIMIT(22),
    OPEN_ORDERS_LIMIT(23),
    DUPLICATE_ORDER(24),
    CLIENT_ORDER_ID_REUSED(25),
    INVALID_QUANTITY(30),
    INVALID_PRICE(31),
    INVALID_TERMS(32),
    OVERFLOW(33),
    NO_PRICE(40),
    EXCHANGE_UNAVAILABLE(41),
    NOT_FILLABLE_NOW(42),
    HALTED(50),
    TRANSFER_VOIDED(55),
    TRANSFER_APPLIED(56),
    ORDER_CLOSED(60),
    REQUESTED(61),
    EXPIRED(62);

    private static final Reason[] BY_CODE = new Reason[64];

    static {
        for (Reason reason : values()) {
            BY_CODE[reason.code] = reason;
        }
    }

    private final int code;

    Reason(int code) {
        this.code = code;
    }

    /** The stable code, 0 to 63. */
    public int code() {
        return code;
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException for a code that no reason has
     */
    public static Reason ofCode(int code) {
        Reason reason = code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
        if (reason == null) {
            throw new IllegalArgumentException("No reason has code " + code);
        }
        return reason;
    }
}
